/** A few reviews in other languages come with every export. */
export const FOREIGN_TEXTS = [
  { rating: 5, text: 'Tolle Kamera, das Bild ist gestochen scharf und die Montage war in zehn Minuten erledigt.' },
  { rating: 2, text: 'Leider bricht die Verbindung ständig ab, und der Kundendienst meldet sich nicht.' },
  { rating: 4, text: 'Gute Nachtsicht, nur die App könnte schneller sein.' },
  { rating: 5, text: 'La instalación fue muy sencilla y la imagen de noche es excelente.' },
  { rating: 1, text: 'La batería no dura ni una semana y sin suscripción no sirve para nada.' },
  { rating: 3, text: 'La cámara está bien, pero el altavoz se oye muy bajo.' },
  { rating: 5, text: 'Très bonne caméra, livraison rapide et image parfaite même la nuit.' },
  { rating: 2, text: 'L’application plante sans arrêt depuis la mise à jour, dommage.' },
  { rating: 4, text: 'Ottimo prodotto, facile da montare, peccato per il cavo troppo corto.' },
  { rating: 1, text: 'Smesso di funzionare dopo due mesi, assistenza inesistente.' },
  { rating: 5, text: 'Prima camera voor deze prijs, scherp beeld en snelle meldingen.' },
  { rating: 3, text: 'Werkt goed, maar zonder abonnement kun je weinig terugkijken.' },
] as const;

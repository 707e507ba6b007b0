import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../nlp/text/language.ts';
import { tokenize } from '../../../nlp/text/tokenize.ts';

describe('detectLanguage', () => {
  it.each([
    ['Das Bild ist gestochen scharf und die Einrichtung war in zehn Minuten erledigt.', 'de'],
    ["L'image est très nette et la livraison a été rapide, je recommande.", 'fr'],
    ['La imagen es muy clara y el vendedor me contestó enseguida.', 'es'],
    ['Картинка чёткая, доставка быстрая, спасибо продавцу', 'ru'],
    ['画质很清晰，安装也很简单，物流很快', 'zh'],
    ['The picture is sharp and it was easy to set up.', 'en'],
    ['image clear, delivery fast, install simple, seller attitude good', 'en'],
    ['Great!', 'en'],
    ['Wyze Eufy Arlo Blink Nest Reolink Tapo Ezviz', 'en'],
    ['', 'und'],
    ['12 34 56', 'und'],
  ])('%s → %s', (text, wanted) => expect(detectLanguage(text, tokenize(text))).toBe(wanted));
});

export const Duplicates = () => (
  <div class="page">
    <h1>Duplicates</h1>
  </div>
);

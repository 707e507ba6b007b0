export const Imports = () => (
  <div class="page">
    <h1>Imports</h1>
  </div>
);

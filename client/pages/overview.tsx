export const Overview = () => (
  <div class="page">
    <h1>Overview</h1>
  </div>
);

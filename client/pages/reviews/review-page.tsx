export const ReviewPage = () => (
  <div class="page">
    <h1>ReviewPage</h1>
  </div>
);

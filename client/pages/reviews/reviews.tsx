export const Reviews = () => (
  <div class="page">
    <h1>Reviews</h1>
  </div>
);

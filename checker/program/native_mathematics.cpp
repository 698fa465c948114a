// Bitwise, Combinatorics, DyadicRationals, Statistics and TransitiveClosure, natively.
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <numeric>

#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

std::int64_t integer(const Node& node, Value v, EvaluationFault otherwise = EvaluationFault::argument) {
  if (!v.is_integer())
    node.fail(otherwise, "An integer was expected, but the value is " + values::to_string(v) + ".");
  return v.as_integer();
}

std::int64_t natural(const Node& node, Value v, EvaluationFault otherwise = EvaluationFault::argument) {
  const std::int64_t n = integer(node, v, otherwise);
  if (n < 0)
    node.fail(otherwise, "A natural number was expected, but the value is " + std::to_string(n) + ".");
  return n;
}

Value bit_and(const Node& node, Frame& f, std::span<const Value> a) {
  return values::make_integer(f.context->arena, integer(node, a[0]) & integer(node, a[1]));
}

Value bit_or(const Node& node, Frame& f, std::span<const Value> a) {
  return values::make_integer(f.context->arena, integer(node, a[0]) | integer(node, a[1]));
}

Value bit_xor(const Node& node, Frame& f, std::span<const Value> a) {
  return values::make_integer(f.context->arena, integer(node, a[0]) ^ integer(node, a[1]));
}

/// The other bits below the highest one.
Value bit_not(const Node& node, Frame& f, std::span<const Value> a) {
  const auto n = static_cast<std::uint64_t>(natural(node, a[0], EvaluationFault::unforeseen));
  const std::uint64_t mask = std::bit_ceil(n + 1) - 1;
  return values::make_integer(f.context->arena, static_cast<std::int64_t>(~n & mask));
}

Value shift_right(const Node& node, Frame& f, std::span<const Value> a) {
  const std::int64_t n = natural(node, a[0], EvaluationFault::unforeseen);
  const std::int64_t positions = natural(node, a[1], EvaluationFault::unforeseen);
  return values::make_integer(f.context->arena, positions > 62 ? 0 : n >> positions);
}

/// n over k. Each step gives a binomial coefficient, and none is larger than the last one.
Value binomial(const Node& node, Frame& f, std::span<const Value> a) {
  const std::int64_t n = natural(node, a[0]);
  std::int64_t k = natural(node, a[1]);
  if (k > n) return Value::small_integer(0);
  k = std::min(k, n - k);
  std::int64_t result = 1;
  for (std::int64_t i = 1; i <= k; ++i) {
    evaluation_step();
    const std::int64_t common = std::gcd(result, i);
    result /= common;
    if (__builtin_mul_overflow(result, (n - k + i) / (i / common), &result))
      node.fail(EvaluationFault::overflow, "choose(" + std::to_string(n) + ", " + values::to_string(a[1]) +
                                               ") does not fit into 64 bits.");
  }
  return values::make_integer(f.context->arena, result);
}

values::AtomId numerator() {
  static const values::AtomId name = values::atoms().string("num");
  return name;
}

values::AtomId denominator() {
  static const values::AtomId name = values::atoms().string("den");
  return name;
}

std::int64_t field(const Node& node, Frame& f, Value record, values::AtomId name) {
  return integer(node,
                 node.placed([&] { return values::apply(f.context->arena, record, Value::string(name)); }));
}

Value reduce_fraction(const Node& node, Frame& f, std::span<const Value> a) {
  if (!values::is_function(a[0].kind()) || !values::is_record(component(*f.context, a[0])))
    node.fail(EvaluationFault::not_a_record,
              "A record was expected, but the value is " + values::to_string(a[0]) + ".");
  const std::int64_t num = field(node, f, a[0], numerator());
  const std::int64_t den = field(node, f, a[0], denominator());
  const std::int64_t gcd = std::gcd(num, den);
  if (gcd == 1) return a[0];
  if (gcd == 0) node.fail(EvaluationFault::division_by_zero, "A fraction cannot be 0/0.");
  const values::AtomId names[] = {denominator(), numerator()};
  const Value items[] = {values::make_integer(f.context->arena, den / gcd),
                         values::make_integer(f.context->arena, num / gcd)};
  return values::make_record(f.context->arena, names, items);
}

/// The probability that a chi-square variable with this many degrees of freedom exceeds x: the recurrence of
/// the incomplete gamma function in steps of one from 1/2 or 1 (Abramowitz and Stegun, 26.4.4 and 26.4.5).
double upper_tail(std::size_t degrees, double x) {
  const double half = x / 2;
  if (half == 0) return 1;
  const bool odd = degrees % 2 == 1;
  double total = odd ? std::erfc(std::sqrt(half)) : std::exp(-half);
  double shape = odd ? 0.5 : 1;
  double log_term = shape * std::log(half) - half - std::lgamma(shape + 1);
  for (; shape < static_cast<double>(degrees) / 2; ++shape) {
    total += std::exp(log_term);
    log_term += std::log(half / (shape + 1));
  }
  return total;
}

double significance(const Node& node, Value v) {
  double alpha = 0;
  if (v.is_string()) {
    const std::string& text = v.text();
    const auto read = std::from_chars(text.data(), text.data() + text.size(), alpha);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size() && alpha > 0 && alpha <= 0.5)
      return alpha;
  }
  node.fail(EvaluationFault::argument,
            "The level of significance must be a string such as \"0.05\", a number above 0 and up to 0.5, "
            "but it is " +
                values::to_string(v) + ".");
}

std::vector<double> counts(const Node& node, Frame& f, Value v, std::int64_t smallest) {
  if (!values::is_function(v.kind()))
    node.fail(EvaluationFault::argument,
              "A function was expected, but the value is " + values::to_string(v) + ".");
  std::vector<double> result;
  for (const Value n : values::range_of(component(*f.context, v))) {
    if (integer(node, n) < smallest)
      node.fail(EvaluationFault::argument, "ChiSquare was given the count " + values::to_string(n) +
                                               ", but it must be " + std::to_string(smallest) + " or more.");
    result.push_back(static_cast<double>(n.as_integer()));
  }
  return result;
}

Value chi_square(const Node& node, Frame& f, std::span<const Value> a) {
  std::vector<double> expected = counts(node, f, a[0], 1);
  const std::vector<double> actual = counts(node, f, a[1], 0);
  const double alpha = significance(node, a[2]);
  if (expected.size() != actual.size() || expected.size() < 2)
    node.fail(EvaluationFault::argument,
              "ChiSquare needs expected and actual counts for the same two or more points.");
  const double ratio = std::accumulate(actual.begin(), actual.end(), 0.0) /
                       std::accumulate(expected.begin(), expected.end(), 0.0);
  double statistic = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const double wanted = expected[i] * ratio;
    if (wanted > 0) statistic += (actual[i] - wanted) * (actual[i] - wanted) / wanted;
  }
  return Value::boolean(upper_tail(expected.size() - 1, statistic) >= alpha);
}

/// The rows of a relation as bits, and what they stand for.
struct Matrix {
  std::vector<Value> points;
  std::vector<std::vector<bool>> related;
};

Matrix matrix_of(const Node& node, Frame& f, Value relation) {
  if (!values::is_set(relation.kind()))
    node.fail(EvaluationFault::not_a_set,
              "A set was expected, but the value is " + values::to_string(relation) + ".");
  Matrix m;
  std::vector<std::pair<Value, Value>> pairs;
  for (const Value pair : values::elements(component(*f.context, relation))) {
    if (pair.kind() != Kind::tuple || values::size(pair) != 2)
      node.fail(EvaluationFault::argument,
                "A set of pairs was expected, but one element is " + values::to_string(pair) + ".");
    pairs.emplace_back(values::range_of(pair)[0], values::range_of(pair)[1]);
    m.points.push_back(pairs.back().first);
    m.points.push_back(pairs.back().second);
  }
  const Value support = values::make_set(f.context->arena, m.points);
  const auto sorted = values::elements(support);
  m.points.assign(sorted.begin(), sorted.end());
  m.related.assign(m.points.size(), std::vector<bool>(m.points.size()));
  const auto place = [&](Value v) {
    return static_cast<std::size_t>(
        std::ranges::lower_bound(m.points, v, [](Value x, Value y) { return values::compare(x, y) < 0; }) -
        m.points.begin());
  };
  for (const auto& [x, y] : pairs) m.related[place(x)][place(y)] = true;
  return m;
}

Value warshall(const Node& node, Frame& f, std::span<const Value> a) {
  Matrix m = matrix_of(node, f, a[0]);
  const std::size_t n = m.points.size();
  for (std::size_t y = 0; y < n; ++y) {
    for (std::size_t x = 0; x < n; ++x) {
      evaluation_step();
      if (!m.related[x][y]) continue;
      for (std::size_t z = 0; z < n; ++z) m.related[x][z] = m.related[x][z] || m.related[y][z];
    }
  }
  std::vector<Value> closure;
  for (std::size_t x = 0; x < n; ++x) {
    for (std::size_t y = 0; y < n; ++y) {
      const Value pair[] = {m.points[x], m.points[y]};
      if (m.related[x][y]) closure.push_back(values::make_tuple(f.context->arena, pair));
    }
  }
  return values::make_sorted_set(f.context->arena, closure);
}

}  // namespace

NativeFunction mathematics_function(Native native) {
  switch (native) {
    case Native::bit_and:
      return bit_and;
    case Native::bit_or:
      return bit_or;
    case Native::bit_xor:
      return bit_xor;
    case Native::bit_not:
      return bit_not;
    case Native::shift_right:
      return shift_right;
    case Native::binomial:
      return binomial;
    case Native::reduce_fraction:
      return reduce_fraction;
    case Native::chi_square:
      return chi_square;
    case Native::warshall:
      return warshall;
    default:
      return nullptr;
  }
}

}  // namespace synod::program

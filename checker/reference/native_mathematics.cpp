// Bitwise, Combinatorics, DyadicRationals, Statistics and TransitiveClosure.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

std::int64_t integer(const NativeCall& call, std::size_t i, const std::string& op) {
  const Value value = call.argument(i);
  if (!value.is(ValueKind::integer)) fail_argument(EvaluationFault::not_integer, i, op, "integer", value);
  return value.as_integer();
}

std::int64_t natural(const NativeCall& call, std::size_t i, const std::string& op) {
  const std::int64_t n = integer(call, i, op);
  if (n < 0) fail_argument(EvaluationFault::argument, i, op, "natural number", Value::integer(n));
  return n;
}

std::int64_t complement(std::int64_t n) {
  std::int64_t result = 0;
  for (std::int64_t bit = 1; n > 0; n /= 2) {
    if (n % 2 == 0) result += bit;
    if (n > 1) bit *= 2;
  }
  return result;
}

std::int64_t shifted(std::int64_t n, std::int64_t positions) {
  for (; n > 0 && positions > 0; --positions) n /= 2;
  return n;
}

__extension__ using Wide = __int128;

/// n choose i is n choose (i - 1), times n - i + 1, divided by i.
std::int64_t binomial(std::int64_t n, std::int64_t k) {
  if (k > n) return 0;
  k = std::min(k, n - k);
  Wide result = 1;
  for (std::int64_t i = 1; i <= k; ++i) {
    result = result * (n - i + 1) / i;
    if (result > std::numeric_limits<std::int64_t>::max()) {
      fail(EvaluationFault::overflow,
           "Overflow when computing " + std::to_string(n) + " choose " + std::to_string(k));
    }
  }
  return static_cast<std::int64_t>(result);
}

std::int64_t greatest_common_divisor(std::int64_t a, std::int64_t b) {
  while (b != 0) {
    const std::int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

Value reduce_fraction(const Value& p) {
  if (!p.is(ValueKind::function) || !is_record(p))
    fail_argument(EvaluationFault::not_a_record, 0, "Reduce", "record", p);
  const Value num = apply(p, Value::string("num"));
  const Value den = apply(p, Value::string("den"));
  for (const Value& n : {num, den}) {
    if (!n.is(ValueKind::integer)) fail_argument(EvaluationFault::not_integer, 0, "Reduce", "fraction", p);
  }
  const std::int64_t divisor = greatest_common_divisor(num.as_integer(), den.as_integer());
  if (divisor == 0) fail(EvaluationFault::division_by_zero, "The fraction 0/0 has no value.");
  if (divisor == 1) return p;
  return Value::record({{"den", Value::integer(den.as_integer() / divisor)},
                        {"num", Value::integer(num.as_integer() / divisor)}});
}

/// The counts of a function, in the order of its points.
std::vector<double> counts(const NativeCall& call, std::size_t i, std::int64_t smallest) {
  const Value f = call.argument(i);
  if (!f.is(ValueKind::function))
    fail_argument(EvaluationFault::not_a_function, i, "ChiSquare", "function", f);
  std::vector<double> result;
  for (const auto& [point, n] : pairs_of(f)) {
    if (!n.is(ValueKind::integer))
      fail_argument(EvaluationFault::not_integer, i, "ChiSquare", "function to integers", f);
    if (n.as_integer() < smallest)
      fail_argument(EvaluationFault::argument, i, "ChiSquare", "function to counts", f);
    result.push_back(static_cast<double>(n.as_integer()));
  }
  return result;
}

double significance(const Value& alpha) {
  double number = 0;
  if (alpha.is(ValueKind::string)) {
    char* end = nullptr;
    number = std::strtod(alpha.as_string().c_str(), &end);
    if (*end != '\0') number = 0;
  }
  if (!(number > 0 && number <= 0.5))
    fail_argument(EvaluationFault::argument, 2, "ChiSquare", "string with a number in (0, 0.5]", alpha);
  return number;
}

/// P(chi-square with k degrees of freedom > x): a finite sum, with whole steps for an even k and half ones
/// for an odd k (Abramowitz and Stegun, 26.4.4 and 26.4.5).
double chi_square_tail(std::size_t k, double x) {
  if (x <= 0) return 1;
  const double y = x / 2;
  double sum = k % 2 == 0 ? 0 : std::erfc(std::sqrt(y));
  for (double i = k % 2 == 0 ? 0 : 0.5; i < static_cast<double>(k) / 2 - 0.25; i += 1)
    sum += std::exp(i * std::log(y) - y - std::lgamma(i + 1));
  return sum;
}

bool fits(const NativeCall& call) {
  const std::vector<double> expected = counts(call, 0, 1);
  const std::vector<double> actual = counts(call, 1, 0);
  const double alpha = significance(call.argument(2));
  if (expected.size() != actual.size() || expected.size() < 2)
    fail(EvaluationFault::argument, "ChiSquare compares counts for the same points, two or more.");
  double all_expected = 0;
  double all_actual = 0;
  for (const double n : expected) all_expected += n;
  for (const double n : actual) all_actual += n;
  if (all_actual == 0) return true;
  double statistic = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const double scaled = expected[i] * (all_actual / all_expected);
    statistic += (actual[i] - scaled) * (actual[i] - scaled) / scaled;
  }
  return chi_square_tail(expected.size() - 1, statistic) >= alpha;
}

/// Adds <<x, z>> for <<x, y>> and <<y, z>> until there is nothing to add.
Value transitive_closure(const Value& relation) {
  require_set(relation, "Warshall(R)");
  std::vector<std::pair<Value, Value>> pairs;
  for (const Value& e : elements_of(relation)) {
    Elements pair;
    if (!as_tuple(e, pair) || pair.size() != 2)
      fail(EvaluationFault::argument,
           "Warshall was applied to a set with an element that is no pair:\n" + text(e));
    pairs.emplace_back(pair[0], pair[1]);
  }
  const auto known = [&](const Value& x, const Value& z) {
    for (const auto& [a, b] : pairs) {
      if (equal(a, x) && equal(b, z)) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (std::size_t j = 0; j < pairs.size(); ++j) {  // each new pair meets all others in both roles
      for (const auto& [first, second] : {std::pair(i, j), std::pair(j, i)}) {
        if (!equal(pairs[first].second, pairs[second].first)) continue;
        const std::pair<Value, Value> added(pairs[first].first, pairs[second].second);
        if (!known(added.first, added.second)) pairs.push_back(added);
      }
    }
  }
  Elements result;
  for (const auto& [x, y] : pairs) result.push_back(Value::tuple({x, y}));
  return Value::set(std::move(result));
}

}  // namespace

Value mathematics_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::bit_and:
      return Value::integer(integer(call, 0, "&") & integer(call, 1, "&"));
    case Native::bit_or:
      return Value::integer(integer(call, 0, "|") | integer(call, 1, "|"));
    case Native::bit_xor:
      return Value::integer(integer(call, 0, "^^") ^ integer(call, 1, "^^"));
    case Native::bit_not:
      return Value::integer(complement(natural(call, 0, "Not")));
    case Native::shift_right: {
      const std::int64_t n = natural(call, 0, "shiftR");
      return Value::integer(shifted(n, natural(call, 1, "shiftR")));
    }
    case Native::binomial: {
      const std::int64_t n = natural(call, 0, "choose");
      return Value::integer(binomial(n, natural(call, 1, "choose")));
    }
    case Native::reduce_fraction:
      return reduce_fraction(call.argument(0));
    case Native::chi_square:
      return Value::boolean(fits(call));
    case Native::warshall:
      return transitive_closure(call.argument(0));
    default:
      return {};
  }
}

}  // namespace synod::reference

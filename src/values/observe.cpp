// Looking into explicit values.
#include <cctype>

#include "base/failure.hpp"
#include "values/hashing.hpp"
#include "values/value.hpp"

namespace synod::values {

Value domain_point(Value f, std::size_t i) {
  const Object* o = f.as_object();
  if (o->kind == Kind::tuple) return Value::small_integer(static_cast<std::int64_t>(i) + 1);
  return (*o)[0].as_object()->items()[i];
}

namespace {

/// Index of an equal object in a small domain, found by kind and hash; -1 proves nothing.
std::ptrdiff_t find_object(std::span<const Value> domain, Value point) {
  constexpr std::size_t small = 16;
  if (!point.is_object() || domain.size() > small) return -1;
  const Object& wanted = *point.as_object();
  for (std::size_t i = 0; i < domain.size(); ++i) {
    if (!domain[i].is_object()) continue;
    const Object& o = *domain[i].as_object();
    const bool alike =
        o.kind == wanted.kind && o.count == wanted.count && o.hash == wanted.hash && o.hash != 0;
    if (&o == &wanted || (alike && equal(domain[i], point))) return static_cast<std::ptrdiff_t>(i);
  }
  return -1;
}

}  // namespace

std::ptrdiff_t find_point(Value f, Value point) {
  const Object* o = f.as_object();
  if (o->kind == Kind::tuple) {
    if (!point.is_small_integer()) {
      // Raises the error of comparing kinds, as a lookup in 1..n does.
      if (o->count > 0) static_cast<void>(compare(Value::small_integer(1), point));
      return -1;
    }
    const std::int64_t i = point.as_small_integer();
    return i >= 1 && i <= static_cast<std::int64_t>(o->count) ? static_cast<std::ptrdiff_t>(i - 1) : -1;
  }
  const auto domain = elements((*o)[0]);
  if (point.is_scalar() && domain.size() <= 16) {
    for (std::size_t i = 0; i < domain.size(); ++i) {
      if (domain[i] == point) return static_cast<std::ptrdiff_t>(i);
    }
    const auto alike = [&](Value v) { return v.kind() == point.kind(); };
    if (domain.empty() || (alike(domain.front()) && alike(domain.back()))) return -1;
    // Not there; the search raises the error when the kinds differ.
  }
  if (const auto i = find_object(domain, point); i >= 0) return i;
  std::size_t low = 0;
  std::size_t high = domain.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const int order = compare(domain[middle], point);
    if (order == 0) return static_cast<std::ptrdiff_t>(middle);
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return -1;
}

bool is_record(Value v) {
  if (!v.is_object() || v.as_object()->kind != Kind::function) return false;
  for (const Value point : elements(v.as_object()->items()[0])) {
    if (!point.is_string()) return false;
  }
  return true;
}

bool is_identifier(std::string_view s) {
  bool letter = false;
  for (const char c : s) {
    const auto u = static_cast<unsigned char>(c);
    if (std::isalpha(u) != 0) letter = true;
    if (std::isalnum(u) == 0 && c != '_') return false;
  }
  return letter;
}

}  // namespace synod::values

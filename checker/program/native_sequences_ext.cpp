// SequencesExt, natively. What TLC's own operators take strings for does so here.
#include <algorithm>

#include "program/native.hpp"
#include "values/hashing.hpp"

namespace synod::program {

using semantics::Native;

namespace {

Value make_string(const std::string& text) { return Value::string(values::atoms().string(text)); }

Value explicit_set(const Node& node, Frame& f, Value v) {
  if (!values::is_set(v.kind()))
    node.fail(EvaluationFault::argument,
              "A set was expected, but the value is " + values::to_string(v) + ".");
  return component(*f.context, v);
}

Value set_to_seq(const Node& node, Frame& f, std::span<const Value> a) {
  return values::make_tuple(f.context->arena, values::elements(explicit_set(node, f, a[0])));
}

/// All orders of the elements; the sorted one first, so that they come out sorted.
Value set_to_seqs(const Node& node, Frame& f, std::span<const Value> a) {
  values::Arena& arena = f.context->arena;
  const auto items = values::elements(explicit_set(node, f, a[0]));
  if (items.size() > 10)
    node.fail(EvaluationFault::too_large,
              "The orders of " + std::to_string(items.size()) + " elements are too many.");
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::vector<Value> all;
  std::vector<Value> sequence(items.size());
  do {
    evaluation_step();
    for (std::size_t i = 0; i < order.size(); ++i) sequence[i] = items[order[i]];
    all.push_back(values::make_tuple(arena, sequence));
  } while (std::ranges::next_permutation(order).found);
  return values::make_sorted_set(arena, all);
}

Value contains(const Node& node, Frame& f, std::span<const Value> a) {
  const Value s = sequence_operand(node, f, a[0]);
  const Value e = component(*f.context, a[1]);
  return Value::boolean(
      std::ranges::any_of(values::range_of(s), [&](Value item) { return values::equal(item, e); }));
}

Value remove_first(const Node& node, Frame& f, std::span<const Value> a) {
  const Value s = sequence_operand(node, f, a[0]);
  const Value e = component(*f.context, a[1]);
  const auto items = values::range_of(s);
  const auto found = std::ranges::find_if(items, [&](Value item) { return values::equal(item, e); });
  if (found == items.end()) return s;
  std::vector<Value> left(items.begin(), found);
  left.insert(left.end(), found + 1, items.end());
  return values::make_tuple(f.context->arena, left);
}

Value is_prefix(const Node& node, Frame& f, std::span<const Value> a) {
  if (a[0].is_string() && a[1].is_string()) return Value::boolean(a[1].text().starts_with(a[0].text()));
  const auto s = values::range_of(sequence_operand(node, f, a[0]));
  const auto t = values::range_of(sequence_operand(node, f, a[1]));
  return Value::boolean(s.size() <= t.size() && std::equal(s.begin(), s.end(), t.begin(), values::equal));
}

/// The common beginning of two strings, cut between code points.
std::string common_prefix(const std::string& a, const std::string& b) {
  std::size_t n = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  while (n > 0 && n < a.size() && (static_cast<unsigned char>(a[n]) & 0xc0U) == 0x80U) --n;
  return a.substr(0, n);
}

Value longest_common_prefix(const Node& node, Frame& f, std::span<const Value> a) {
  const auto all = values::elements(explicit_set(node, f, a[0]));
  if (all.empty()) node.fail(EvaluationFault::argument, "LongestCommonPrefix was applied to the empty set.");
  if (all[0].is_string()) {
    std::string prefix = all[0].text();
    for (const Value other : all.subspan(1)) prefix = common_prefix(prefix, other.text());
    return make_string(prefix);
  }
  std::span<const Value> prefix = values::range_of(sequence_operand(node, f, all[0]));
  for (const Value other : all.subspan(1)) {
    const auto items = values::range_of(sequence_operand(node, f, other));
    std::size_t n = 0;
    while (n < prefix.size() && n < items.size() && values::equal(prefix[n], items[n])) ++n;
    prefix = prefix.first(n);
  }
  return values::make_tuple(f.context->arena, prefix);
}

Value suffixes(const Node& node, Frame& f, std::span<const Value> a) {
  const auto items = values::range_of(sequence_operand(node, f, a[0]));
  std::vector<Value> all;
  for (std::size_t n = 0; n <= items.size(); ++n)  // shorter ones come first in the order of values
    all.push_back(values::make_tuple(f.context->arena, items.last(n)));
  return values::make_sorted_set(f.context->arena, all);
}

Value all_subseqs(const Node& node, Frame& f, std::span<const Value> a) {
  const auto items = values::range_of(sequence_operand(node, f, a[0]));
  if (items.size() > 24)
    node.fail(EvaluationFault::too_large,
              "The subsequences of " + std::to_string(items.size()) + " elements are too many.");
  std::vector<Value> all;
  std::vector<Value> chosen;
  for (std::uint32_t mask = 0; mask < (std::uint32_t{1} << items.size()); ++mask) {
    evaluation_step();
    chosen.clear();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if ((mask >> i & 1U) != 0) chosen.push_back(items[i]);
    }
    all.push_back(values::make_tuple(f.context->arena, chosen));
  }
  return values::make_set(f.context->arena, all);
}

/// Appends t to `out` with r instead of its parts that equal s; at most `most` of them.
template <class Sequence, class Equal>
void replace(const Sequence& r, const Sequence& s, const Sequence& t, std::size_t most, Equal same,
             auto&& append) {
  for (std::size_t i = 0; i < t.size();) {
    if (most > 0 && t.size() - i >= s.size() &&
        std::equal(s.begin(), s.end(), t.begin() + static_cast<std::ptrdiff_t>(i), same)) {
      append(r);
      i += s.size();
      --most;
    } else {
      append(t.subspan(i, 1));
      ++i;
    }
  }
}

std::string replaced_text(const std::string& r, const std::string& s, const std::string& t,
                          std::size_t most) {
  if (s.empty() && (t.empty() || most == 1)) return r + t;
  std::string out;
  const auto append = [&](std::span<const char> part) { out.append(part.begin(), part.end()); };
  if (!s.empty()) {
    replace(std::span<const char>(r), std::span<const char>(s), std::span<const char>(t), most,
            std::equal_to<>(), append);
    return out;
  }
  for (const char c : t) {
    if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) out += r;  // a code point begins
    out += c;
  }
  return out;
}

Value replaced(const Node& node, Frame& f, std::span<const Value> a, std::size_t most) {
  if (a[0].is_string() && a[1].is_string() && a[2].is_string())
    return make_string(replaced_text(a[0].text(), a[1].text(), a[2].text(), most));
  const auto r = values::range_of(sequence_operand(node, f, a[0], EvaluationFault::unforeseen));
  const auto s = values::range_of(sequence_operand(node, f, a[1], EvaluationFault::unforeseen));
  const auto t = values::range_of(sequence_operand(node, f, a[2], EvaluationFault::unforeseen));
  std::vector<Value> out;
  const auto append = [&](std::span<const Value> part) { out.insert(out.end(), part.begin(), part.end()); };
  if (!s.empty()) {
    replace(r, s, t, most, values::equal, append);
  } else if (t.empty() || most == 1) {
    append(r);
    append(t);
  } else {
    for (std::size_t i = 0; i < t.size(); ++i) {
      append(r);
      append(t.subspan(i, 1));
    }
  }
  return values::make_tuple(f.context->arena, out);
}

Value replace_first(const Node& node, Frame& f, std::span<const Value> a) { return replaced(node, f, a, 1); }

Value replace_all(const Node& node, Frame& f, std::span<const Value> a) {
  return replaced(node, f, a, static_cast<std::size_t>(-1));
}

}  // namespace

NativeFunction sequence_ext_function(Native native) {
  switch (native) {
    case Native::set_to_seq:
      return set_to_seq;
    case Native::set_to_seqs:
      return set_to_seqs;
    case Native::contains:
      return contains;
    case Native::remove_first:
      return remove_first;
    case Native::is_prefix:
      return is_prefix;
    case Native::longest_common_prefix:
      return longest_common_prefix;
    case Native::suffixes:
      return suffixes;
    case Native::all_subseqs:
      return all_subseqs;
    case Native::replace_first_subseq:
      return replace_first;
    case Native::replace_all_subseqs:
      return replace_all;
    default:
      return nullptr;
  }
}

}  // namespace synod::program

// FiniteSetsExt, Functions and SequencesExt, except for operators that take operators.
#include <algorithm>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

Elements sequence(const Value& value, std::size_t i, const std::string& op) {
  Elements elements;
  if (!as_tuple(value, elements)) fail_argument(EvaluationFault::not_a_sequence, i, op, "sequence", value);
  return elements;
}

const Pairs& function(const Value& f, const std::string& op,
                      EvaluationFault fault = EvaluationFault::argument) {
  if (!f.is(ValueKind::function)) fail_argument(fault, 0, op, "function", f);
  return pairs_of(f);
}

Elements elements(const Value& set, std::size_t i, const std::string& op,
                  EvaluationFault fault = EvaluationFault::argument) {
  if (!set.is(ValueKind::set)) fail_argument(fault, i, op, "set", set);
  return elements_of(set);
}

// -- Functions

Value range_of(const Value& f) {
  Elements range;
  for (const auto& pair : function(f, "Range", EvaluationFault::not_a_function)) range.push_back(pair.second);
  return Value::set(std::move(range));
}

bool is_injective(const Value& f) {
  const Pairs& pairs = function(f, "IsInjective");
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (equal(pairs[i].second, pairs[j].second)) return false;
    }
  }
  return true;
}

Value anti_function(const Value& f) {
  Pairs inverse;
  for (const auto& [point, value] : function(f, "AntiFunction")) inverse.emplace_back(value, point);
  return Value::function(std::move(inverse));
}

// -- FiniteSetsExt

/// The largest (sign 1) or smallest (sign -1) integer of a set.
Value extreme(const Value& set, int sign, const std::string& op) {
  Value found;
  for (const Value& e : elements(set, 0, op, EvaluationFault::not_a_set)) {
    if (!e.is(ValueKind::integer)) fail_argument(EvaluationFault::not_integer, 0, op, "set of integers", set);
    if (!found.defined() || sign * compare(e, found) > 0) found = e;
  }
  if (!found.defined()) fail(EvaluationFault::no_witness, op + " was applied to the empty set.");
  return found;
}

void add_subsets(const Elements& all, std::size_t first, std::size_t k, Elements& chosen, Elements& result) {
  if (k == 0) {
    result.push_back(Value::set(chosen));
    check_room(result);
    return;
  }
  for (std::size_t i = first; i + k <= all.size(); ++i) {
    chosen.push_back(all[i]);
    add_subsets(all, i + 1, k - 1, chosen, result);
    chosen.pop_back();
  }
}

Value k_subset(const Value& k, const Value& set) {
  const Elements all = elements(set, 1, "kSubset");
  if (!k.is(ValueKind::integer))
    fail_argument(EvaluationFault::not_integer, 0, "kSubset", "natural number", k);
  Elements result;
  Elements chosen;
  if (k.as_integer() >= 0 && k.as_integer() <= static_cast<std::int64_t>(all.size()))
    add_subsets(all, 0, static_cast<std::size_t>(k.as_integer()), chosen, result);
  return Value::set(std::move(result));
}

// -- SequencesExt

void add_orders(Elements& left, Elements& chosen, Elements& result) {
  if (left.empty()) result.push_back(Value::tuple(chosen));
  for (std::size_t i = 0; i < left.size(); ++i) {
    const Value e = left[i];
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
    chosen.push_back(e);
    add_orders(left, chosen, result);
    chosen.pop_back();
    left.insert(left.begin() + static_cast<std::ptrdiff_t>(i), e);
  }
}

Value set_to_seqs(const Value& set) {
  Elements left = elements(set, 0, "SetToSeqs");
  if (left.size() > 10) fail(EvaluationFault::too_large, "There are too many orders of these elements.");
  Elements chosen;
  Elements result;
  add_orders(left, chosen, result);
  return Value::set(std::move(result));
}

bool contains(const Value& s, const Value& e) {
  const Elements all = sequence(s, 0, "Contains");
  return std::any_of(all.begin(), all.end(), [&](const Value& item) { return equal(item, e); });
}

Value remove_first(const Value& s, const Value& e) {
  Elements all = sequence(s, 0, "RemoveFirst");
  const auto found = std::find_if(all.begin(), all.end(), [&](const Value& item) { return equal(item, e); });
  if (found != all.end()) all.erase(found);
  return Value::tuple(std::move(all));
}

/// A string as a sequence of its code points, each of them a string.
Elements code_points(const std::string& s) {
  Elements result;
  for (std::size_t i = 0; i < s.size();) {
    std::size_t n = 1;
    while (i + n < s.size() && (static_cast<unsigned char>(s[i + n]) & 0xc0U) == 0x80U) ++n;
    result.push_back(Value::string(s.substr(i, n)));
    i += n;
  }
  return result;
}

Value joined(const Elements& parts) {
  std::string result;
  for (const Value& part : parts) result += part.as_string();
  return Value::string(result);
}

Elements characters_or_elements(const Value& value, bool strings, std::size_t i, const std::string& op) {
  return strings ? code_points(value.as_string()) : sequence(value, i, op);
}

std::size_t common_length(const Elements& s, const Elements& t) {
  std::size_t n = 0;
  while (n < s.size() && n < t.size() && equal(s[n], t[n])) ++n;
  return n;
}

bool is_prefix(const Value& s, const Value& t) {
  const bool strings = s.is(ValueKind::string) && t.is(ValueKind::string);
  const Elements start = characters_or_elements(s, strings, 0, "IsPrefix");
  const Elements all = characters_or_elements(t, strings, 1, "IsPrefix");
  return start.size() <= all.size() && common_length(start, all) == start.size();
}

Value longest_common_prefix(const Value& set) {
  const Elements all = elements(set, 0, "LongestCommonPrefix");
  if (all.empty()) fail(EvaluationFault::argument, "LongestCommonPrefix was applied to the empty set.");
  const bool strings = all[0].is(ValueKind::string);
  Elements prefix = characters_or_elements(all[0], strings, 0, "LongestCommonPrefix");
  for (const Value& other : all) {
    const Elements items = characters_or_elements(other, strings, 0, "LongestCommonPrefix");
    prefix.resize(common_length(prefix, items));
  }
  return strings ? joined(prefix) : Value::tuple(std::move(prefix));
}

Value suffixes(const Value& s) {
  const Elements all = sequence(s, 0, "Suffixes");
  Elements result;
  for (std::size_t i = 0; i <= all.size(); ++i)
    result.push_back(Value::tuple(Elements(all.begin() + static_cast<std::ptrdiff_t>(i), all.end())));
  return Value::set(std::move(result));
}

Value all_subseqs(const Value& s) {
  const Elements all = sequence(s, 0, "AllSubSeqs");
  if (all.size() > 24) fail(EvaluationFault::too_large, "There are too many subsequences.");
  std::vector<Elements> chosen{{}};
  for (const Value& e : all) {
    const std::size_t without = chosen.size();
    for (std::size_t i = 0; i < without; ++i) {
      Elements with = chosen[i];
      with.push_back(e);
      chosen.push_back(std::move(with));
    }
  }
  Elements result;
  for (Elements& elements : chosen) result.push_back(Value::tuple(std::move(elements)));
  return Value::set(std::move(result));
}

/// t with r for s, from the left, without overlaps. An empty s stands before each element.
Elements replaced(const Elements& r, const Elements& s, const Elements& t, bool all) {
  Elements result;
  bool going_on = true;
  std::size_t i = 0;
  if (s.empty() && t.empty()) return r;
  while (i < t.size()) {
    const Elements rest(t.begin() + static_cast<std::ptrdiff_t>(i), t.end());
    const bool here = going_on && rest.size() >= s.size() && common_length(s, rest) == s.size();
    if (here) {
      result.insert(result.end(), r.begin(), r.end());
      going_on = all;
      i += s.size();
    }
    if (!here || s.empty()) result.push_back(t[i++]);
  }
  return result;
}

Value replace(const NativeCall& call, bool all, const std::string& op) {
  const Value r = call.argument(0);
  const Value s = call.argument(1);
  const Value t = call.argument(2);
  const bool strings = r.is(ValueKind::string) && s.is(ValueKind::string) && t.is(ValueKind::string);
  const Elements result =
      replaced(characters_or_elements(r, strings, 0, op), characters_or_elements(s, strings, 1, op),
               characters_or_elements(t, strings, 2, op), all);
  return strings ? joined(result) : Value::tuple(result);
}

Value collection_value(Native native, const NativeCall& call) {
  const Value first = call.argument(0);
  switch (native) {
    case Native::range_of:
      return range_of(first);
    case Native::is_injective:
      return Value::boolean(is_injective(first));
    case Native::anti_function:
      return anti_function(first);
    case Native::greatest:
      return extreme(first, 1, "Max");
    case Native::least:
      return extreme(first, -1, "Min");
    case Native::k_subset:
      return k_subset(first, call.argument(1));
    case Native::set_to_seq:
      return Value::tuple(elements(first, 0, "SetToSeq"));
    case Native::set_to_seqs:
      return set_to_seqs(first);
    case Native::contains:
      return Value::boolean(contains(first, call.argument(1)));
    case Native::remove_first:
      return remove_first(first, call.argument(1));
    case Native::is_prefix:
      return Value::boolean(is_prefix(first, call.argument(1)));
    case Native::longest_common_prefix:
      return longest_common_prefix(first);
    case Native::suffixes:
      return suffixes(first);
    default:
      return all_subseqs(first);
  }
}

}  // namespace

Value collection_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::range_of:
    case Native::is_injective:
    case Native::anti_function:
    case Native::greatest:
    case Native::least:
    case Native::k_subset:
    case Native::set_to_seq:
    case Native::set_to_seqs:
    case Native::contains:
    case Native::remove_first:
    case Native::is_prefix:
    case Native::longest_common_prefix:
    case Native::suffixes:
    case Native::all_subseqs:
      return collection_value(native, call);
    case Native::replace_first_subseq:
      return replace(call, false, "ReplaceFirstSubSeq");
    case Native::replace_all_subseqs:
      return replace(call, true, "ReplaceAllSubSeqs");
    default:
      return {};
  }
}

}  // namespace synod::reference

// Sequences and FiniteSets. Len, Tail, \o and SubSeq also accept strings, as in TLC.
#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

/// Argument i as a sequence, or not_a_sequence with TLC's words.
Elements sequence(const Value& value, std::size_t i, const std::string& op) {
  Elements elements;
  if (!as_tuple(value, elements)) fail_argument(EvaluationFault::not_a_sequence, i, op, "sequence", value);
  return elements;
}

/// The bytes at which the code points of a string begin, and its length.
std::vector<std::size_t> code_points(const std::string& s) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if ((static_cast<unsigned char>(s[i]) & 0xc0U) != 0x80U) starts.push_back(i);
  }
  starts.push_back(s.size());
  return starts;
}

[[noreturn]] void fail_empty(const std::string& op) {
  fail(EvaluationFault::argument, "Attempted to apply " + op + " to the empty sequence.");
}

Value len(const Value& s) {
  if (s.is(ValueKind::string)) {
    return Value::integer(static_cast<std::int64_t>(code_points(s.as_string()).size()) - 1);
  }
  return Value::integer(static_cast<std::int64_t>(sequence(s, 0, "Len").size()));
}

Value head(const Value& s) {
  const Elements elements = sequence(s, 0, "Head");
  if (elements.empty()) fail_empty("Head");
  return elements[0];
}

Value tail(const Value& s) {
  if (s.is(ValueKind::string)) {
    if (s.as_string().empty()) fail_empty("Tail");
    return Value::string(s.as_string().substr(code_points(s.as_string())[1]));
  }
  Elements elements = sequence(s, 0, "Tail");
  if (elements.empty()) fail_empty("Tail");
  elements.erase(elements.begin());
  return Value::tuple(std::move(elements));
}

Value concat(const Value& s, const Value& t) {
  if (s.is(ValueKind::string)) {
    if (!t.is(ValueKind::string)) fail_argument(EvaluationFault::argument, 1, "\\o", "string", t);
    return Value::string(s.as_string() + t.as_string());
  }
  Elements elements = sequence(s, 0, "\\o");
  const Elements more = sequence(t, 1, "\\o");
  elements.insert(elements.end(), more.begin(), more.end());
  return Value::tuple(std::move(elements));
}

Value subseq(const Value& s, const Value& m, const Value& n) {
  const bool string = s.is(ValueKind::string);
  Elements elements;
  if (!string) elements = sequence(s, 0, "SubSeq");
  if (!m.is(ValueKind::integer))
    fail_argument(EvaluationFault::not_integer, 1, "SubSeq", "natural number", m);
  if (!n.is(ValueKind::integer))
    fail_argument(EvaluationFault::not_integer, 2, "SubSeq", "natural number", n);
  const std::int64_t first = m.as_integer();
  const std::int64_t last = n.as_integer();
  if (first > last) return string ? Value::string("") : Value::tuple({});
  const auto starts = string ? code_points(s.as_string()) : std::vector<std::size_t>();
  const auto length = static_cast<std::int64_t>(string ? starts.size() - 1 : elements.size());
  const auto check = [&](const Value& index, const char* which) {
    if (index.as_integer() >= 1 && index.as_integer() <= length) return;
    fail(EvaluationFault::outside_domain, std::string("The ") + which +
                                              " argument of SubSeq must be in the domain of its "
                                              "first argument:\n" +
                                              text(s) + "\n, but instead it is\n" + text(index));
  };
  check(m, "second");
  check(n, "third");
  if (string) {
    const std::size_t begin = starts[static_cast<std::size_t>(first - 1)];
    return Value::string(s.as_string().substr(begin, starts[static_cast<std::size_t>(last)] - begin));
  }
  return Value::tuple(Elements(elements.begin() + (first - 1), elements.begin() + last));
}

Value select_seq(const NativeCall& call) {
  Elements selected;
  for (const Value& e : sequence(call.argument(0), 0, "SelectSeq")) {
    const Value test = call.call(1, {e});
    if (!test.is(ValueKind::boolean)) {
      fail(EvaluationFault::not_boolean,
           "The second argument of SelectSeq should be a boolean-valued operator, but it "
           "gave:\n" +
               text(test));
    }
    if (test.as_boolean()) selected.push_back(e);
  }
  return Value::tuple(std::move(selected));
}

Value append(const NativeCall& call) {
  const Value to = call.argument(0);
  const Value last = call.argument(1);
  Elements elements = sequence(to, 0, "Append");
  elements.push_back(last);
  return Value::tuple(std::move(elements));
}

}  // namespace

Value sequence_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::seq:
      return symbolic_set(SetForm::sequences, {call.argument(0)});
    case Native::len:
      return len(call.argument(0));
    case Native::head:
      return head(call.argument(0));
    case Native::tail:
      return tail(call.argument(0));
    case Native::append:
      return append(call);
    case Native::concat: {
      const Value left = call.argument(0);
      return concat(left, call.argument(1));
    }
    case Native::subseq: {
      const Value s = call.argument(0);
      const Value m = call.argument(1);
      return subseq(s, m, call.argument(2));
    }
    case Native::select_seq:
      return select_seq(call);
    case Native::is_finite_set: {
      const Value s = call.argument(0);
      if (!s.is(ValueKind::set)) fail_argument(EvaluationFault::not_a_set, 0, "IsFiniteSet", "set", s);
      return Value::boolean(is_finite(s));
    }
    case Native::cardinality: {
      const Value s = call.argument(0);
      if (!s.is(ValueKind::set) || !is_finite(s)) {
        fail(s.is(ValueKind::set) ? EvaluationFault::infinite_set : EvaluationFault::not_a_set,
             "Attempted to compute cardinality of the value\n" + text(s));
      }
      return Value::integer(cardinality(s));
    }
    default:
      return {};
  }
}

}  // namespace synod::reference

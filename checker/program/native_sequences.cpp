// Sequences, natively. Len, Tail, \o and SubSeq accept strings, as TLC's do.
#include "program/native.hpp"
#include "values/hashing.hpp"

namespace synod::program {

using semantics::Native;
using values::Object;

Value sequence_operand(const Node& node, Frame& f, Value v, EvaluationFault otherwise) {
  const Value s =
      v.kind() == Kind::lazy_function ? node.placed([&] { return values::expand(f.context->arena, v); }) : v;
  if (s.kind() != Kind::tuple) {
    node.fail(otherwise, "A sequence was expected, but the value is " + values::to_string(v) + ".");
  }
  return s;
}

namespace {

Value make_string(const std::string& text) { return Value::string(values::atoms().string(text)); }

/// The bytes at which the code points of a string begin, and its length.
std::vector<std::size_t> code_points(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

std::int64_t integer_argument(const Node& node, Value v) {
  if (!v.is_integer())
    node.fail(EvaluationFault::argument,
              "An integer was expected, but the value is " + values::to_string(v) + ".");
  return v.as_integer();
}

Value len(const Node& node, Frame& f, std::span<const Value> a) {
  if (a[0].is_string())
    return Value::small_integer(static_cast<std::int64_t>(code_points(a[0].text()).size()) - 1);
  return Value::small_integer(static_cast<std::int64_t>(values::size(sequence_operand(node, f, a[0]))));
}

Value head(const Node& node, Frame& f, std::span<const Value> a) {
  const Value s = sequence_operand(node, f, a[0]);
  if (values::size(s) == 0)
    node.fail(EvaluationFault::argument, "Attempted to apply Head to the empty sequence.");
  return values::range_of(s)[0];
}

Value tail(const Node& node, Frame& f, std::span<const Value> a) {
  if (a[0].is_string()) {
    if (a[0].text().empty())
      node.fail(EvaluationFault::argument, "Attempted to apply Tail to the empty string.");
    return make_string(a[0].text().substr(code_points(a[0].text())[1]));
  }
  const Value s = sequence_operand(node, f, a[0]);
  if (values::size(s) == 0)
    node.fail(EvaluationFault::argument, "Attempted to apply Tail to the empty sequence.");
  return values::make_tuple(f.context->arena, values::range_of(s).subspan(1));
}

/// A sequence with room for more items at its end; the hash is that of the first part.
Object* extended(Frame& f, Value s, std::size_t more) {
  const auto items = values::range_of(s);
  Object* o = f.context->arena.allocate(Kind::tuple, items.size() + more);
  std::copy(items.begin(), items.end(), o->items());
  o->hash = s.as_object()->hash;
  return o;
}

void put(Object* o, std::size_t i, Value v) {
  o->items()[i] = v;
  o->hash += values::point_hash(values::integer_hash(static_cast<std::int64_t>(i) + 1), values::hash(v));
}

Value append(const Node& node, Frame& f, std::span<const Value> a) {
  const Value s = sequence_operand(node, f, a[0]);
  const Value item = component(*f.context, a[1]);
  const std::size_t n = values::size(s);
  Object* o = extended(f, s, 1);
  put(o, n, item);
  return Value::object(o);
}

Value concat(const Node& node, Frame& f, std::span<const Value> a) {
  if (a[0].is_string() && a[1].is_string()) return make_string(a[0].text() + a[1].text());
  const Value s = sequence_operand(node, f, a[0]);
  const Value t = sequence_operand(node, f, a[1]);
  if (values::size(t) == 0) return s;
  if (values::size(s) == 0) return t;
  const std::size_t n = values::size(s);
  Object* o = extended(f, s, values::size(t));
  for (std::size_t i = 0; i < values::size(t); ++i) put(o, n + i, values::range_of(t)[i]);
  return Value::object(o);
}

Value subseq(const Node& node, Frame& f, std::span<const Value> a) {
  const std::int64_t from = integer_argument(node, a[1]);
  const std::int64_t to = integer_argument(node, a[2]);
  const bool text = a[0].is_string();
  const Value s = text ? a[0] : sequence_operand(node, f, a[0]);
  if (from > to) return text ? make_string("") : values::empty_tuple();
  const auto starts = text ? code_points(a[0].text()) : std::vector<std::size_t>();
  const auto length = static_cast<std::int64_t>(text ? starts.size() - 1 : values::size(s));
  if (from < 1 || from > length) {
    node.fail(EvaluationFault::argument,
              "The second argument of SubSeq must be in the domain of its first argument:\n" +
                  values::to_string(s) + "\n, but instead it is " + std::to_string(from));
  }
  if (to < 1 || to > length) {
    node.fail(EvaluationFault::argument,
              "The third argument of SubSeq must be in the domain of its first argument:\n" +
                  values::to_string(s) + "\n, but instead it is " + std::to_string(to));
  }
  const auto first = static_cast<std::size_t>(from - 1);
  const auto count = static_cast<std::size_t>(to - from + 1);
  if (text) return make_string(a[0].text().substr(starts[first], starts[first + count] - starts[first]));
  return values::make_tuple(f.context->arena, values::range_of(s).subspan(first, count));
}

}  // namespace

NativeFunction sequence_function(Native native) {
  switch (native) {
    case Native::len:
      return len;
    case Native::head:
      return head;
    case Native::tail:
      return tail;
    case Native::append:
      return append;
    case Native::concat:
      return concat;
    case Native::subseq:
      return subseq;
    default:
      return nullptr;
  }
}

}  // namespace synod::program

#include "store/layout.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "base/failure.hpp"

namespace synod::store {
namespace {

constexpr std::uint8_t widest_integer = 60;

bool is_atom(Value v) { return v.is_string() || v.is_model_value(); }

std::uint8_t bits_of(std::uint64_t n) {
  return static_cast<std::uint8_t>(std::max(1, static_cast<int>(std::bit_width(n))));
}

/// Bits that hold every atom known now, and `v`.
std::uint8_t atom_bits(Value v) {
  const auto known = static_cast<std::uint64_t>(values::atoms().size());
  return bits_of(std::max<std::uint64_t>(v.as_atom(), known == 0 ? 0 : known - 1));
}

/// Ranges begin a little below zero because -1 is a favourite sentinel.
std::int64_t low_for(std::int64_t i) { return i >= -16 && i < 224 ? -32 : i - 128; }

/// Smallest integer shape, at least twice `s`, that covers `s` and `i`, extended towards `i`.
Shape widened_integer(const Shape& s, std::int64_t i) {
  const std::int64_t span = std::int64_t{1} << s.bits;
  const std::int64_t high = s.low + span - 1;
  const std::uint64_t reach = i > high ? static_cast<std::uint64_t>(i) - static_cast<std::uint64_t>(s.low)
                                       : static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(i);
  const auto bits = std::max<std::uint8_t>(static_cast<std::uint8_t>(s.bits + 1), bits_of(reach));
  if (bits > widest_integer) return {};
  const std::int64_t low = i > high ? s.low : high - ((std::int64_t{1} << bits) - 1);
  return {Shape::Kind::integer, bits, low};
}

/// The code of a value in a shape other than a handle. False when it has none.
inline bool encode_inline(const Shape& s, Value v, Word& code) {
  switch (s.kind) {
    case Shape::Kind::handle:
      return false;
    case Shape::Kind::integer:
      code = static_cast<Word>(v.as_small_integer()) - static_cast<Word>(s.low);
      return v.is_small_integer() && (code >> s.bits) == 0;
    case Shape::Kind::boolean:
      code = v.as_boolean() ? 1 : 0;
      return v.is_boolean();
    case Shape::Kind::atom:
      code = v.bits() >> 3;
      return is_atom(v) && (code >> s.bits) == 0;
  }
  return false;
}

/// False when the value has no code in this shape.
inline bool encode(const Shape& s, Value v, values::Interner& interner, Word& code) {
  if (s.kind != Shape::Kind::handle) return encode_inline(s, v, code);
  code = interner.handle(v);
  return true;
}

inline Value decode(const Shape& s, Word code, const values::Interner& interner) {
  switch (s.kind) {
    case Shape::Kind::handle:
      return interner.value(static_cast<values::Handle>(code));
    case Shape::Kind::integer:
      return Value::small_integer(static_cast<std::int64_t>(code) + s.low);
    case Shape::Kind::boolean:
      return Value::boolean(code != 0);
    case Shape::Kind::atom: {
      const auto id = static_cast<values::AtomId>(code);
      return values::atoms().get(id).model_value ? Value::model_value(id) : Value::string(id);
    }
  }
  return {};
}

}  // namespace

Shape Shape::for_value(Value v) {
  if (v.is_boolean()) return {Kind::boolean, 1, 0};
  if (is_atom(v)) return {Kind::atom, atom_bits(v), 0};
  if (v.is_small_integer()) {
    const std::int64_t i = v.as_small_integer();
    if (i > -(std::int64_t{1} << 58) && i < (std::int64_t{1} << 58)) return {Kind::integer, 8, low_for(i)};
  }
  return {};
}

bool Shape::takes(Value v) const {
  Word code = 0;
  return kind == Kind::handle || encode_inline(*this, v, code);
}

Shape Shape::widened(Value v) const {
  if (kind == Kind::integer && v.is_small_integer()) return widened_integer(*this, v.as_small_integer());
  if (kind == Kind::atom && is_atom(v)) return {Kind::atom, std::max(atom_bits(v), bits), 0};
  return {};
}

Layout::Layout(std::vector<Shape> shapes) : shapes_(std::move(shapes)), fields_(shapes_.size()) {
  place_fields();
}

Layout Layout::for_state(std::span<const Value> state) {
  std::vector<Shape> shapes;
  shapes.reserve(state.size());
  for (const Value v : state) shapes.push_back(Shape::for_value(v));
  return Layout(std::move(shapes));
}

void Layout::place_fields() {
  std::vector<std::size_t> order(shapes_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return shapes_[a].bits != shapes_[b].bits ? shapes_[a].bits > shapes_[b].bits : a < b;
  });
  std::vector<std::uint32_t> used;  // bits of each word
  for (const std::size_t v : order) {
    const std::uint32_t bits = shapes_[v].bits;
    auto word = std::find_if(used.begin(), used.end(), [&](std::uint32_t u) { return u + bits <= 64; });
    if (word == used.end()) word = used.insert(used.end(), 0);
    fields_[v] = {static_cast<std::uint32_t>(word - used.begin()), *word, ~Word{0} >> (64 - bits)};
    *word += bits;
  }
  words_ = std::max<std::size_t>(1, used.size());
}

bool Layout::pack(std::span<const Value> state, values::Interner& interner, Word* packed,
                  std::size_t& misfit) const {
  std::fill_n(packed, words_, Word{0});
  for (std::size_t i = 0; i < shapes_.size(); ++i) {
    Word code = 0;
    if (!encode(shapes_[i], state[i], interner, code)) {
      misfit = i;
      return false;
    }
    packed[fields_[i].word] |= code << fields_[i].shift;
  }
  return true;
}

void Layout::unpack(const Word* packed, const values::Interner& interner, std::span<Value> state) const {
  for (std::size_t i = 0; i < shapes_.size(); ++i) state[i] = decode(shapes_[i], code(packed, i), interner);
}

Layout Layout::widened(std::size_t variable, Value v) const {
  require(!v.is_none(), "a variable without a value reached the state store");
  std::vector<Shape> shapes = shapes_;
  shapes[variable] = shapes[variable].widened(v);
  return Layout(std::move(shapes));
}

void Layout::repack(const Layout& from, const Word* packed, values::Interner& interner,
                    Word* repacked) const {
  std::fill_n(repacked, words_, Word{0});
  for (std::size_t i = 0; i < shapes_.size(); ++i) {
    Word bits = from.code(packed, i);
    if (shapes_[i] != from.shapes_[i]) {
      const bool fits = encode(shapes_[i], decode(from.shapes_[i], bits, interner), interner, bits);
      require(fits, "a widened layout does not take a stored value");
    }
    repacked[fields_[i].word] |= bits << fields_[i].shift;
  }
}

}  // namespace synod::store

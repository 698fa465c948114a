// Layout: values to bits and back.
#include <algorithm>
#include <array>
#include <bit>

#include "store/layout.hpp"
#include "values/hashing.hpp"

namespace synod::store {
namespace {

using values::Object;

constexpr std::size_t most_set_words = 4;

bool is_set(Value v) { return v.is_object() && v.as_object()->kind == values::Kind::set; }

}  // namespace

bool Layout::pack(std::span<const Value> state, Near near, Word* packed, Misfit& misfit) const {
  if (near.packed != nullptr) {
    std::copy_n(near.packed, words_, packed);
  } else {
    std::fill_n(packed, words_, Word{0});
  }
  for (std::size_t i = 0; i < roots_; ++i) {
    const Value known = near.values != nullptr ? near.values[i] : Value();
    if (state[i] == known || encode(nodes_[i], state[i], known, packed)) continue;
    misfit.variable = i;
    misfit.value = interner_->intern(state[i]);
    return false;
  }
  return true;
}

/// Writes the bits of `v` over what is there: those of `near`, unless that is none.
inline bool Layout::encode(const Node& n, Value v, Value near, Word* packed) const {
  Word code = 0;
  switch (n.kind) {
    case Kind::boolean:
      if (!v.is_boolean()) return false;
      code = v.as_boolean() ? 1 : 0;
      break;
    case Kind::integer:
      code = static_cast<Word>(v.as_small_integer()) - static_cast<Word>(n.low);
      if (!v.is_small_integer() || (code & ~n.mask) != 0) return false;
      break;
    case Kind::enumeration: {
      const Dictionary::Code found = n.dictionary->find_or_add(v);
      if (found == Dictionary::no_code) return false;
      code = found;
      break;
    }
    case Kind::handle:
      code = interner_->handle(v);
      break;
    case Kind::function:
      return encode_points(n, v, near, packed);
    case Kind::bit_set:
      return encode_elements(n, v, near, packed);
  }
  Word& word = packed[n.word];
  word = (word & ~(n.mask << n.shift)) | code << n.shift;
  return true;
}

bool Layout::encode_points(const Node& n, Value v, Value near, Word* packed) const {
  if (!v.is_object()) return false;
  const Object& o = *v.as_object();
  const bool tuple = n.domain.is_none();
  const std::uint32_t skipped = tuple ? 0 : 1;  // the domain
  if (o.kind != (tuple ? values::Kind::tuple : values::Kind::function)) return false;
  if (o.count != n.children + skipped) return false;
  if (!tuple && !identical(o[0], n.domain)) return false;
  const Value* items = o.items() + skipped;
  const Node* children = &nodes_[n.first_child];
  if (near.is_none()) {
    for (std::size_t i = 0; i < n.children; ++i) {
      if (!encode(children[i], items[i], Value(), packed)) return false;
    }
    return true;
  }
  const Value* known = near.as_object()->items() + skipped;
  for (std::size_t i = 0; i < n.children; ++i) {
    if (items[i] != known[i] && !encode(children[i], items[i], known[i], packed)) return false;
  }
  return true;
}

bool Layout::encode_elements(const Node& n, Value v, Value near, Word* packed) const {
  if (!is_set(v)) return false;
  auto added = values::elements(v);
  std::span<const Value> removed;
  if (!near.is_none()) {
    // A set grows or shrinks by a few elements: what is before and behind them keeps its bits.
    removed = values::elements(near);
    const auto front = std::mismatch(added.begin(), added.end(), removed.begin(), removed.end());
    added = added.last(static_cast<std::size_t>(added.end() - front.first));
    removed = removed.last(static_cast<std::size_t>(removed.end() - front.second));
    const auto back = std::mismatch(added.rbegin(), added.rend(), removed.rbegin(), removed.rend());
    added = added.first(static_cast<std::size_t>(added.rend() - back.first));
    removed = removed.first(static_cast<std::size_t>(removed.rend() - back.second));
  }
  Word* words = packed + n.word;
  if (near.is_none()) {
    for (std::uint32_t i = 0; i < (n.bits + 63U) / 64; ++i) words[i] &= ~(n.mask << n.shift);
  }
  const auto bit = [&](Dictionary::Code code) { return Word{1} << (n.shift + code % 64); };
  for (const Value element : removed) {
    const Dictionary::Code code = n.dictionary->find(element);
    words[code / 64] &= ~bit(code);
  }
  for (const Value element : added) {
    const Dictionary::Code code = n.dictionary->find_or_add(element);
    if (code == Dictionary::no_code) return false;
    words[code / 64] |= bit(code);
  }
  return true;
}

void Layout::unpack(const Word* packed, Near near, values::Arena& arena, std::span<Value> state) const {
  for (std::size_t i = 0; i < roots_; ++i) {
    const Value known = near.values != nullptr ? near.values[i] : Value();
    state[i] = decode(nodes_[i], packed, known, near.packed, arena);
  }
}

inline bool Layout::same_bits(const Node& n, const Word* a, const Word* b) const {
  for (std::uint32_t i = n.first_piece; i < n.first_piece + n.pieces; ++i) {
    const Piece& piece = pieces_[i];
    if (((a[piece.word] ^ b[piece.word]) & piece.mask) != 0) return false;
  }
  return true;
}

inline Value Layout::decode(const Node& n, const Word* packed, Value near, const Word* near_packed,
                            values::Arena& arena) const {
  if (!near.is_none() && same_bits(n, packed, near_packed)) return near;
  const Word code = (packed[n.word] >> n.shift) & n.mask;
  switch (n.kind) {
    case Kind::boolean:
      return Value::boolean(code != 0);
    case Kind::integer:
      return Value::small_integer(static_cast<std::int64_t>(code) + n.low);
    case Kind::enumeration:
      return n.dictionary->value(static_cast<Dictionary::Code>(code));
    case Kind::handle:
      return interner_->value(static_cast<values::Handle>(code));
    case Kind::function:
      return decode_points(n, packed, near, near_packed, arena);
    case Kind::bit_set:
      return decode_elements(n, packed, arena);
  }
  return {};
}

Value Layout::decode_points(const Node& n, const Word* packed, Value near, const Word* near_packed,
                            values::Arena& arena) const {
  const bool tuple = n.domain.is_none();
  const std::uint32_t skipped = tuple ? 0 : 1;
  Object* o = arena.allocate(tuple ? values::Kind::tuple : values::Kind::function, n.children + skipped);
  Value* items = o->items() + skipped;
  if (!tuple) o->items()[0] = n.domain;
  const Node* children = &nodes_[n.first_child];
  const std::uint64_t* hashes = &point_hashes_[n.first_hash];
  if (near.is_none()) {
    for (std::size_t i = 0; i < n.children; ++i) {
      items[i] = decode(children[i], packed, Value(), nullptr, arena);
      o->hash += values::point_hash(hashes[i], values::hash(items[i]));
    }
    return Value::object(o);
  }
  const Value* known = near.as_object()->items() + skipped;
  o->hash = near.as_object()->hash;
  for (std::size_t i = 0; i < n.children; ++i) {
    items[i] = decode(children[i], packed, known[i], near_packed, arena);
    if (items[i] == known[i]) continue;
    o->hash += values::point_hash(hashes[i], values::hash(items[i])) -
               values::point_hash(hashes[i], values::hash(known[i]));
  }
  return Value::object(o);
}

Value Layout::decode_elements(const Node& n, const Word* packed, values::Arena& arena) const {
  const Ranking& ranking = n.dictionary->ranking();
  std::array<Word, most_set_words> places{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < (n.bits + 63U) / 64; ++i) {
    Word bits = (packed[n.word + i] >> n.shift) & n.mask;
    for (; bits != 0; bits &= bits - 1, ++count) {
      const std::size_t place = ranking.place(i * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
      places[place / 64] |= Word{1} << (place % 64);
    }
  }
  if (count == 0) return values::empty_set();
  Object* o = arena.allocate(values::Kind::set, count);
  Value* next = o->items();
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (Word bits = places[i]; bits != 0; bits &= bits - 1) {
      const std::size_t place = i * 64 + static_cast<std::size_t>(std::countr_zero(bits));
      *next++ = ranking.at(place);
      o->hash += ranking.hash_at(place);
    }
  }
  return Value::object(o);
}

}  // namespace synod::store

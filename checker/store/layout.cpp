#include "store/layout.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "base/failure.hpp"
#include "values/hashing.hpp"

namespace synod::store {
namespace {

using Kind = Shape::Kind;

bool has_dictionary(Kind kind) { return kind == Kind::enumeration || kind == Kind::bit_set; }

Word low_bits(unsigned bits) { return bits == 0 ? 0 : ~Word{0} >> (64 - std::min(bits, 64U)); }

std::uint64_t point_hash_of(Value domain, std::size_t i) {
  if (domain.is_none()) return values::integer_hash(static_cast<std::int64_t>(i) + 1);
  return values::hash(values::elements(domain)[i]);
}

/// Calls `visit(shape)` for the shapes that have entries, in the order of Layout's dictionaries.
template <class AnyShape, class Visit>
void walk_dictionaries(AnyShape& shape, const Visit& visit) {
  if (has_dictionary(shape.kind)) visit(shape);
  for (auto& child : shape.children) walk_dictionaries(child, visit);
}

/// What an enumeration or a bit set needs for its entries. More than a word of bits are whole words.
std::uint16_t tight_bits(const Shape& shape) {
  const std::size_t entries = std::max<std::size_t>(1, shape.entries.size());
  if (shape.kind == Kind::enumeration)
    return static_cast<std::uint16_t>(std::max(1, static_cast<int>(std::bit_width(entries - 1))));
  return static_cast<std::uint16_t>(entries <= 64 ? entries : (entries + 63) / 64 * 64);
}

/// Temporaries of `repack`, which any thread may be asked to run.
values::Arena& scratch_arena() {
  thread_local values::Arena arena;
  arena.reset();
  return arena;
}

}  // namespace

Layout::Layout(values::Interner& interner, std::vector<Shape> shapes)
    : interner_(&interner), shapes_(std::move(shapes)), nodes_(shapes_.size()), roots_(shapes_.size()) {
  for (const Shape& shape : shapes_) {
    walk_dictionaries(shape, [&](const Shape& s) {
      const bool ranked = s.kind == Kind::bit_set;
      const std::size_t capacity = ranked ? s.bits : std::size_t{1} << s.bits;
      dictionaries_.push_back(std::make_shared<Dictionary>(interner, capacity, ranked, s.entries));
    });
  }
  std::size_t dictionary = 0;
  for (std::size_t v = 0; v < roots_; ++v) compile(shapes_[v], v, dictionary);
  place_fields();
  find_pieces();
}

Layout Layout::for_state(values::Interner& interner, std::span<const Value> state) {
  std::vector<Shape> shapes;
  shapes.reserve(state.size());
  for (const Value v : state) shapes.push_back(Shape::for_value(interner.intern(v)));
  return Layout(interner, std::move(shapes));
}

void Layout::compile(const Shape& shape, std::size_t node, std::size_t& dictionary) {
  Node& n = nodes_[node];
  n.kind = shape.kind;
  n.bits = shape.bits;
  n.mask = low_bits(shape.bits);
  n.low = shape.low;
  n.domain = shape.domain;
  if (has_dictionary(shape.kind)) n.dictionary = dictionaries_[dictionary++].get();
  if (shape.kind == Kind::function) compile_children(shape, node, dictionary);
}

void Layout::compile_children(const Shape& shape, std::size_t node, std::size_t& dictionary) {
  const std::size_t first = nodes_.size();
  nodes_[node].first_child = static_cast<std::uint32_t>(first);
  nodes_[node].children = shape.points;
  nodes_[node].first_hash = static_cast<std::uint32_t>(point_hashes_.size());
  nodes_.resize(first + shape.points);
  for (std::size_t i = 0; i < shape.points; ++i) point_hashes_.push_back(point_hash_of(shape.domain, i));
  const std::size_t shared = dictionary;
  for (std::size_t i = 0; i < shape.points; ++i) {
    if (shape.uniform) dictionary = shared;
    compile(shape.child(i), first + i, dictionary);
  }
}

void Layout::add_leaves(std::size_t node, std::vector<std::size_t>& leaves) const {
  const Node& n = nodes_[node];
  if (n.kind != Kind::function) return leaves.push_back(node);
  for (std::size_t i = 0; i < n.children; ++i) add_leaves(n.first_child + i, leaves);
}

void Layout::place_fields() {
  std::vector<std::size_t> order(roots_);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::size_t> sizes;
  for (const Shape& shape : shapes_) sizes.push_back(shape.total_bits());
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : a < b; });
  std::vector<std::uint32_t> used;  // bits of each word
  for (const std::size_t root : order) {
    std::vector<std::size_t> leaves;
    add_leaves(root, leaves);
    std::sort(leaves.begin(), leaves.end(), [&](std::size_t a, std::size_t b) {
      return nodes_[a].bits != nodes_[b].bits ? nodes_[a].bits > nodes_[b].bits : a < b;
    });
    for (const std::size_t leaf : leaves) {
      Node& n = nodes_[leaf];
      if (n.bits > 64) {
        n.word = static_cast<std::uint32_t>(used.size());
        used.resize(used.size() + n.bits / 64, 64);
        continue;
      }
      auto word = std::find_if(used.begin(), used.end(), [&](std::uint32_t u) { return u + n.bits <= 64; });
      if (word == used.end()) word = used.insert(used.end(), 0);
      n.word = static_cast<std::uint32_t>(word - used.begin());
      n.shift = static_cast<std::uint8_t>(*word);
      *word += n.bits;
    }
  }
  if (used.empty()) used.push_back(0);
  words_ = used.size();
  const auto emptiest = std::min_element(used.begin(), used.end());
  if (*emptiest < 64) move_to_end(static_cast<std::size_t>(emptiest - used.begin()));
  bytes_used_ = (words_ - 1) * sizeof(Word) + std::max(1U, (*emptiest + 7) / 8);
}

/// Makes a word the last one, so that what is free in it is at the end of the state. Words that belong
/// together are full, and stay neighbours.
void Layout::move_to_end(std::size_t word) {
  for (Node& n : nodes_) {
    if (n.word == word) {
      n.word = static_cast<std::uint32_t>(words_ - 1);
    } else if (n.word > word) {
      --n.word;
    }
  }
}

void Layout::find_pieces() {
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    std::vector<std::size_t> leaves;
    add_leaves(node, leaves);
    std::vector<Word> masks(words_);
    for (const std::size_t leaf : leaves) {
      const Node& n = nodes_[leaf];
      for (std::uint32_t i = 0; i < (n.bits + 63U) / 64; ++i) masks[n.word + i] |= n.mask << n.shift;
    }
    nodes_[node].first_piece = static_cast<std::uint32_t>(pieces_.size());
    for (std::uint32_t w = 0; w < words_; ++w) {
      if (masks[w] != 0) pieces_.push_back({w, masks[w]});
    }
    nodes_[node].pieces = static_cast<std::uint32_t>(pieces_.size()) - nodes_[node].first_piece;
  }
}

std::vector<Shape> Layout::shapes() const {
  std::vector<Shape> now = shapes_;
  auto dictionary = dictionaries_.begin();
  for (Shape& shape : now) {
    walk_dictionaries(shape, [&](Shape& s) { s.entries = (*dictionary++)->entries(); });
  }
  return now;
}

std::size_t Layout::bytes() const {
  std::size_t total = 0;
  for (const auto& dictionary : dictionaries_) total += dictionary->bytes();
  return total;
}

void Layout::append_bits(const Word* packed, std::size_t variable, std::vector<Word>& bits) const {
  const Node& n = nodes_[variable];
  for (const Piece& piece : std::span(pieces_).subspan(n.first_piece, n.pieces)) {
    bits.push_back(packed[piece.word] & piece.mask);
  }
}

void Layout::Usage::add(const Layout& layout, const Word* packed) {
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    const Node& n = layout.nodes_[i];
    if (n.kind != Kind::integer) continue;
    const Word code = (packed[n.word] >> n.shift) & n.mask;
    codes_[i].least = std::min(codes_[i].least, code);
    codes_[i].greatest = std::max(codes_[i].greatest, code);
  }
}

void Layout::Usage::add(const Usage& other) {
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    codes_[i].least = std::min(codes_[i].least, other.codes_[i].least);
    codes_[i].greatest = std::max(codes_[i].greatest, other.codes_[i].greatest);
  }
}

std::vector<Shape> Layout::tight_shapes(const Usage& usage) const {
  std::vector<Shape> tight = shapes();
  for (std::size_t v = 0; v < roots_; ++v) tighten(tight[v], {&v, 1}, usage);
  return tight;
}

/// `nodes`: all that have this shape.
void Layout::tighten(Shape& shape, std::span<const std::size_t> nodes, const Usage& usage) const {
  if (shape.kind == Kind::enumeration || shape.kind == Kind::bit_set) {
    shape.bits = tight_bits(shape);
  } else if (shape.kind == Kind::integer) {
    Usage::Codes all;
    for (const std::size_t node : nodes) {
      all.least = std::min(all.least, usage.codes_[node].least);
      all.greatest = std::max(all.greatest, usage.codes_[node].greatest);
    }
    if (all.least > all.greatest) return;  // of no state
    shape.low += static_cast<std::int64_t>(all.least);
    shape.bits =
        static_cast<std::uint16_t>(std::max(1, static_cast<int>(std::bit_width(all.greatest - all.least))));
  } else if (shape.kind == Kind::function) {
    for (std::size_t child = 0; child < shape.children.size(); ++child) {
      std::vector<std::size_t> sharing;
      for (const std::size_t node : nodes) {
        const Node& n = nodes_[node];
        for (std::size_t i = shape.uniform ? 0 : child; i < (shape.uniform ? n.children : child + 1); ++i)
          sharing.push_back(n.first_child + i);
      }
      tighten(shape.children[child], sharing, usage);
    }
  }
}

bool Layout::repack(const Layout& from, const Word* packed, Word* repacked, Misfit& misfit) const {
  std::fill_n(repacked, words_, Word{0});
  for (std::size_t v = 0; v < roots_; ++v) {
    if (recode(from, from.nodes_[v], nodes_[v], packed, repacked)) continue;
    misfit.variable = v;
    misfit.value = interner_->intern(from.decode(from.nodes_[v], packed, Value(), nullptr, scratch_arena()));
    return false;
  }
  return true;
}

/// Moves one node's bits. Codes mean the same in a widened shape, those of integers but for their beginning.
bool Layout::recode(const Layout& from, const Node& old, const Node& node, const Word* packed,
                    Word* repacked) const {
  const bool same_points = old.children == node.children && old.domain == node.domain;
  if (old.kind != node.kind || !same_points) {
    const Value v = from.decode(old, packed, Value(), nullptr, scratch_arena());
    return encode(node, v, Value(), repacked);
  }
  if (node.kind == Kind::function) {
    for (std::size_t i = 0; i < node.children; ++i) {
      const Node& old_child = from.nodes_[old.first_child + i];
      if (!recode(from, old_child, nodes_[node.first_child + i], packed, repacked)) return false;
    }
    return true;
  }
  for (std::uint32_t i = 0; i < (old.bits + 63U) / 64; ++i) {
    const Word code = (packed[old.word + i] >> old.shift) & old.mask;
    repacked[node.word + i] |= (code + static_cast<Word>(old.low) - static_cast<Word>(node.low))
                               << node.shift;
  }
  return true;
}

}  // namespace synod::store

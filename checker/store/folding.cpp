#include "store/folding.hpp"

#include <algorithm>

namespace synod::store {
namespace {

/// States up to this size are not folded: the pair that a larger one ends as is not much smaller, and each of
/// its words may be new.
constexpr std::size_t most_flat_bytes = 14;
constexpr std::size_t first_capacity = 1024;

constexpr Word pair_of(RecordSet::Id left, RecordSet::Id right) { return Word{left} << 32U | right; }
constexpr RecordSet::Id left_of(Word pair) { return static_cast<RecordSet::Id>(pair >> 32U); }
constexpr RecordSet::Id right_of(Word pair) { return static_cast<RecordSet::Id>(pair); }

}  // namespace

Folding::Folding(const Layout& layout, unsigned between_looks)
    : words_(layout.words()), record_bytes_(layout.bytes_used()) {
  if (record_bytes_ <= most_flat_bytes) return;
  record_bytes_ = sizeof(Word);
  std::size_t first = 0;
  for (std::size_t count = words_;; count = (count + 1) / 2) {
    levels_.push_back({first, count});
    first += count;
    if (count == 2) break;
  }
  most_nodes_ = first;
  nodes_ = std::make_unique<RecordSet>(sizeof(Word), first_capacity, between_looks * most_nodes_);
}

RecordSet::Id Folding::number(Word word) const {
  return nodes_->insert(&word, nodes_->hash(&word), [](RecordSet::Id) {}).id;
}

Word Folding::word(RecordSet::Id number) const {
  Word result;
  std::memcpy(&result, (*nodes_)[number], sizeof(Word));
  return result;
}

void Folding::fold(const Word* packed, const Unfolded& near, std::vector<RecordSet::Id>& scratch,
                   Word* record) const {
  if (!nodes_) {
    std::copy_n(packed, words_, record);
    return;
  }
  scratch.resize(most_nodes_);
  RecordSet::Id* nodes = scratch.data();
  const RecordSet::Id* known = near.known ? near.nodes.data() : nullptr;
  for (std::size_t i = 0; i < words_; ++i) {
    nodes[i] = known != nullptr && packed[i] == near.words[i] ? known[i] : number(packed[i]);
  }
  for (std::size_t level = 1; level < levels_.size(); ++level) {
    const Level below = levels_[level - 1];
    const RecordSet::Id* children = nodes + below.first;
    const RecordSet::Id* known_children = known != nullptr ? known + below.first : nullptr;
    for (std::size_t i = 0; i < levels_[level].count; ++i) {
      RecordSet::Id& node = nodes[levels_[level].first + i];
      if (2 * i + 1 == below.count) {
        node = children[2 * i];
      } else if (known_children != nullptr && children[2 * i] == known_children[2 * i] &&
                 children[2 * i + 1] == known_children[2 * i + 1]) {
        node = known[levels_[level].first + i];
      } else {
        node = number(pair_of(children[2 * i], children[2 * i + 1]));
      }
    }
  }
  const RecordSet::Id* top = nodes + levels_.back().first;
  *record = pair_of(top[0], top[1]);
}

bool Folding::find(const Word* packed, std::vector<RecordSet::Id>& scratch, Word* record) const {
  if (!nodes_) {
    std::copy_n(packed, words_, record);
    return true;
  }
  const auto known = [&](Word word, RecordSet::Id& node) {
    node = nodes_->find(&word, nodes_->hash(&word));
    return node != RecordSet::no_id;
  };
  std::vector<RecordSet::Id>& nodes = scratch;  // of one level of the tree after the other
  nodes.resize(words_);
  for (std::size_t i = 0; i < words_; ++i) {
    if (!known(packed[i], nodes[i])) return false;
  }
  while (nodes.size() > 2) {
    const std::size_t pairs = nodes.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
      if (!known(pair_of(nodes[2 * i], nodes[2 * i + 1]), nodes[i])) return false;
    }
    if (nodes.size() % 2 == 1) nodes[pairs] = nodes.back();
    nodes.resize((nodes.size() + 1) / 2);
  }
  *record = pair_of(nodes[0], nodes[1]);
  return true;
}

void Folding::unfold(const std::byte* record, Unfolded& into) const {
  if (!into.known || into.words.size() != words_) {
    into.words.assign(words_, 0);
    into.nodes.assign(most_nodes_, RecordSet::no_id);
  }
  into.known = true;
  if (!nodes_) {
    std::memcpy(into.words.data(), record, record_bytes_);
    return;
  }
  Word top;
  std::memcpy(&top, record, sizeof(Word));
  unfold_node(left_of(top), levels_.size() - 1, 0, into);
  unfold_node(right_of(top), levels_.size() - 1, 1, into);
}

void Folding::unfold_node(RecordSet::Id number, std::size_t level, std::size_t place, Unfolded& into) const {
  RecordSet::Id& node = into.nodes[levels_[level].first + place];
  if (node == number) return;  // and so is all below it
  node = number;
  if (level == 0) {
    into.words[place] = word(number);
    return;
  }
  if (2 * place + 1 == levels_[level - 1].count) return unfold_node(number, level - 1, 2 * place, into);
  const Word pair = word(number);
  unfold_node(left_of(pair), level - 1, 2 * place, into);
  unfold_node(right_of(pair), level - 1, 2 * place + 1, into);
}

bool Folding::reserve(std::size_t states, const RangeLoop& loop) {
  if (!nodes_) return true;
  const std::size_t needed = nodes_->count() + states * most_nodes_;
  while (nodes_->capacity() < needed + nodes_->margin()) {
    if (!nodes_->grow(loop)) return false;
  }
  return true;
}

}  // namespace synod::store

#include "store/state_space.hpp"

#include <algorithm>
#include <mutex>
#include <new>
#include <utility>

#include "base/failure.hpp"

namespace synod::store {
namespace {

/// States rewritten between two looks at whether there is room for them: enough for every thread to share the
/// work, since a RangeLoop gives small ranges to one; not many more, since each of them might need new nodes.
std::size_t slice_of(unsigned between_looks) {
  return std::max<std::size_t>(8192, std::size_t{128} * between_looks);
}

}  // namespace

StateSpace::StateSpace(values::Interner& interner, std::size_t variables, std::size_t key_fields,
                       std::size_t capacity, unsigned between_looks, Scratch* scratch)
    : interner_(interner),
      between_looks_(between_looks),
      store_(1, capacity, between_looks),
      parents_(1, scratch) {
  const auto add_form = [&](std::size_t fields) {
    Layout layout(interner, std::vector<Shape>(fields));
    Folding folding(layout, between_looks);
    forms_.push_back({std::move(layout), std::move(folding)});
  };
  add_form(variables);
  if (key_fields > 0) add_form(key_fields);
  parents_.reserve(store_.capacity());
}

void StateSpace::adapt(std::span<const Value> state, std::span<const Value> key) {
  change_form(0, Layout::for_state(interner_, state), sequential_loop);
  if (has_keys()) change_form(1, Layout::for_state(interner_, key), sequential_loop);
}

bool StateSpace::pack(std::span<const Value> state, Near near, Word* packed, Misfit& misfit) const {
  misfit.in_key = false;
  return layout().pack(state, near, packed, misfit);
}

bool StateSpace::pack_key(std::span<const Value> key, Near near, Word* packed, Misfit& misfit) const {
  misfit.in_key = true;
  return forms_.back().layout.pack(key, near, packed, misfit);
}

StateId StateSpace::find_key(const Word* packed, std::vector<RecordSet::Id>& scratch) const {
  const Folding& folding = forms_.back().folding;
  std::vector<Word> record(folding.record_words());
  return folding.find(packed, scratch, record.data()) ? store_.find(record.data()) : no_state;
}

void StateSpace::set_actual(StateId id, const Word* packed, std::vector<RecordSet::Id>& scratch) {
  std::vector<Word> record(forms_.front().folding.record_words());
  forms_.front().folding.fold(packed, {}, scratch, record.data());
  std::memcpy(actual_[id], record.data(), actual_.width());
}

void StateSpace::widen(std::span<const Misfit> misfits, const RangeLoop& loop) {
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    const std::vector<Shape> narrow = forms_[form].layout.shapes();
    std::vector<Shape> wide = narrow;
    for (const Misfit& m : misfits) {
      require(!m.value.is_none(), "a variable without a value reached the state store");
      if (m.in_key == (form == 1)) wide[m.variable].include(m.value);
    }
    if (wide == narrow) continue;
    const bool known = std::equal(narrow.begin(), narrow.end(), wide.begin(), same_tree);
    Layout to(interner_, std::move(wide));
    change_form(form, known ? std::move(to) : learned(std::move(to), form), loop);
  }
}

void StateSpace::tighten(const RangeLoop& loop) {
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    const auto& [layout, folding] = forms_[form];
    Layout::Usage usage(layout);
    std::mutex mutex;
    loop(count(), [&](std::size_t begin, std::size_t end) {
      Layout::Usage part(layout);
      Unfolded state;
      for (std::size_t id = begin; id < end; ++id) {
        folding.unfold(record(static_cast<StateId>(id), form), state);
        part.add(layout, state.words.data());
      }
      const std::scoped_lock lock(mutex);
      usage.add(part);
    });
    Layout tight(interner_, layout.tight_shapes(usage));
    if (tight.bytes_used() < layout.bytes_used()) change_form(form, std::move(tight), loop);
  }
}

/// A layout that takes all stored states too: an enumeration that was something else before must learn its
/// values.
Layout StateSpace::learned(Layout to, std::size_t form) const {
  const Form& from = forms_[form];
  Unfolded state;
  std::vector<Word> repacked;
  Misfit misfit;
  for (StateId id = 0; id < count(); ++id) {
    from.folding.unfold(record(id, form), state);
    for (;;) {
      repacked.resize(to.words());
      if (to.repack(from.layout, state.words.data(), repacked.data(), misfit)) break;
      std::vector<Shape> wide = to.shapes();
      wide[misfit.variable].include(misfit.value);
      to = Layout(interner_, std::move(wide));
    }
  }
  return to;
}

/// Rewrites all states, or keys, from one form to another; ids stay.
void StateSpace::change_form(std::size_t form, Layout layout, const RangeLoop& loop) {
  Folding folding(layout, between_looks_);
  Form to{std::move(layout), std::move(folding)};
  SegmentedArray<std::byte> records(to.folding.record_bytes());
  records.reserve(std::max(store_.capacity(), count()));
  const std::size_t slice = slice_of(between_looks_);
  for (std::size_t begin = 0; begin < count(); begin += slice) {
    const std::size_t size = std::min(slice, count() - begin);
    if (!to.folding.reserve(size, loop)) throw std::bad_alloc();
    loop(size, [&](std::size_t first, std::size_t last) {
      rewrite(form, to, begin + first, begin + last, records);
    });
  }
  const bool is_key = form + 1 == forms_.size();
  forms_[form] = std::move(to);
  if (is_key) {
    store_.replace(std::move(records), loop);
  } else {
    actual_ = std::move(records);
  }
  make_room_beside();
}

void StateSpace::rewrite(std::size_t form, const Form& to, std::size_t begin, std::size_t end,
                         SegmentedArray<std::byte>& records) const {
  const Form& from = forms_[form];
  Unfolded old;
  Unfolded fresh;
  std::vector<Word> packed(to.layout.words());
  std::vector<RecordSet::Id> nodes;
  std::vector<Word> rewritten(to.folding.record_words());
  Misfit misfit;
  for (std::size_t id = begin; id < end; ++id) {
    from.folding.unfold(record(static_cast<StateId>(id), form), old);
    require(to.layout.repack(from.layout, old.words.data(), packed.data(), misfit),
            "a widened layout does not take a stored value");
    to.folding.fold(packed.data(), fresh, nodes, rewritten.data());
    std::memcpy(records[id], rewritten.data(), records.width());
    fresh.words.swap(packed);
    fresh.nodes.swap(nodes);
    fresh.known = true;
    packed.resize(to.layout.words());
  }
}

bool StateSpace::grow(const RangeLoop& loop) {
  for (Form& form : forms_) {
    if (form.folding.full() && !form.folding.grow(loop)) return false;
  }
  if (store_.full() && !store_.grow(loop)) return false;
  make_room_beside();
  return true;
}

/// Parents and actual states have room for as many as the store, whose index may be larger whenever it is
/// rebuilt.
void StateSpace::make_room_beside() {
  parents_.reserve(store_.capacity());
  if (has_keys()) actual_.reserve(store_.capacity());
}

std::size_t StateSpace::growth_bytes() const {
  std::size_t total = store_.full() ? store_.growth_bytes() : 0;
  for (const Form& form : forms_) total += form.folding.full() ? form.folding.growth_bytes() : 0;
  return total;
}

std::size_t StateSpace::bytes() const {
  std::size_t total = store_.bytes() + count() * sizeof(StateId);
  if (has_keys()) total += count() * actual_.width();
  for (const Form& form : forms_) total += form.layout.bytes() + form.folding.bytes();
  return total;
}

}  // namespace synod::store

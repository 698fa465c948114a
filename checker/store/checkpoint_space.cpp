// A StateSpace in a checkpoint: shapes, folded words, records and parents.
#include <utility>

#include "store/state_space.hpp"

namespace synod::store {
namespace {

void write_shape(CheckpointWriter& to, const Shape& shape) {
  to.number(static_cast<std::uint64_t>(shape.kind));
  to.number(shape.uniform ? 1 : 0);
  to.number(shape.bits);
  to.number(shape.points);
  to.number(static_cast<std::uint64_t>(shape.low));
  write_value(to, shape.domain);
  to.number(shape.children.size());
  for (const Shape& child : shape.children) write_shape(to, child);
  to.number(shape.entries.size());
  for (const Value entry : shape.entries) write_value(to, entry);
}

Shape read_shape(CheckpointReader& from, const ValueReader& values) {
  Shape shape;
  shape.kind = static_cast<Shape::Kind>(from.number());
  shape.uniform = from.number() != 0;
  shape.bits = static_cast<std::uint16_t>(from.number());
  shape.points = static_cast<std::uint32_t>(from.number());
  shape.low = static_cast<std::int64_t>(from.number());
  shape.domain = values.value(from);
  shape.children.resize(from.count());
  for (Shape& child : shape.children) child = read_shape(from, values);
  shape.entries.resize(from.count());
  for (Value& entry : shape.entries) entry = values.value(from);
  return shape;
}

template <class T>
void write_array(CheckpointWriter& to, const SegmentedArray<T>& array, std::size_t count) {
  array.for_runs(count, [&](const T* first, std::size_t size) { to.bytes(first, size * sizeof(T)); });
}

template <class T>
void read_array(CheckpointReader& from, const SegmentedArray<T>& array, std::size_t count) {
  array.for_runs(count, [&](T* first, std::size_t size) { from.bytes(first, size * sizeof(T)); });
}

/// Records of `width` bytes, with room for `capacity` of them.
SegmentedArray<std::byte> read_records(CheckpointReader& from, std::size_t width, std::size_t count,
                                       std::size_t capacity) {
  SegmentedArray<std::byte> records(width);
  records.reserve(std::max(count, capacity));
  read_array(from, records, count);
  return records;
}

}  // namespace

void StateSpace::write(CheckpointWriter& to, std::size_t states) const {
  to.name("states");
  to.number(states);
  to.number(variables());
  to.number(forms_.size());
  for (const Form& form : forms_) {
    for (const Shape& shape : form.layout.shapes()) write_shape(to, shape);
    form.folding.write(to);
  }
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    const auto& records = form + 1 == forms_.size() ? store_.records() : actual_;
    to.number(records.width());
    write_array(to, records, states);
  }
  to.name("parents");
  write_array(to, parents_, states);
}

void StateSpace::read(CheckpointReader& from, const ValueReader& values, const RangeLoop& loop) {
  from.name("states");
  const std::size_t states = from.count();
  if (from.number() != variables() || from.number() != forms_.size())
    throw CheckpointError("its states are those of another specification");
  for (Form& form : forms_) {
    std::vector<Shape> shapes(form.layout.variables());
    for (Shape& shape : shapes) shape = read_shape(from, values);
    Layout layout(interner_, std::move(shapes));
    Folding folding(layout, between_looks_);
    folding.read(from, loop);
    form = {std::move(layout), std::move(folding)};
  }
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    const std::size_t width = from.number();
    if (width != forms_[form].folding.record_bytes())
      throw CheckpointError("its states have another size than their layout says");
    SegmentedArray<std::byte> records = read_records(from, width, states, store_.capacity());
    from.about_to_take(RecordSet::index_bytes(states));
    if (form + 1 == forms_.size()) {
      store_.restore(std::move(records), states, loop);
    } else {
      actual_ = std::move(records);
    }
  }
  make_room_beside();
  from.name("parents");
  read_array(from, parents_, states);
}

void Folding::write(CheckpointWriter& to) const {
  to.number(nodes_ ? nodes_->count() : 0);
  if (nodes_) write_array(to, nodes_->records(), nodes_->count());
}

void Folding::read(CheckpointReader& from, const RangeLoop& loop) {
  const std::size_t count = from.count(sizeof(Word));
  if (!nodes_ && count > 0)
    throw CheckpointError("its layout does not fold states, but there are folded ones");
  if (!nodes_) return;
  from.about_to_take(RecordSet::index_bytes(count));
  nodes_->assign(read_records(from, sizeof(Word), count, nodes_->capacity()), count, loop);
}

}  // namespace synod::store

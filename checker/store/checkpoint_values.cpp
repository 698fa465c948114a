#include "store/checkpoint_values.hpp"

#include <algorithm>

namespace synod::store {
namespace {

using values::Handle;
using values::Kind;
using values::Object;
using values::Value;

/// As in Value's own words: an object's are a multiple of 8, so a handle is one too.
constexpr unsigned tag_bits = 3;

std::uint64_t written_form(Value v) {
  return v.is_object() ? std::uint64_t{v.as_object()->handle} << tag_bits : v.bits();
}

void write_object(CheckpointWriter& to, const Object* o) {
  if (o == nullptr) {  // a handle that was given away when memory ran out
    to.number(static_cast<std::uint64_t>(Kind::none));
    return;
  }
  to.number(static_cast<std::uint64_t>(o->kind) | std::uint64_t{o->count} << 8U);
  for (const Value item : o->all()) to.number(o->kind == Kind::integer ? item.bits() : written_form(item));
}

}  // namespace

void write_value(CheckpointWriter& to, Value v) { to.number(written_form(v)); }

void write_values(CheckpointWriter& to, const values::Interner& interner) {
  to.name("atoms");
  const std::size_t atoms = values::atoms().size();
  to.number(atoms);
  for (values::AtomId id = 0; id < atoms; ++id) {
    const values::Atom& atom = values::atoms().get(id);
    to.number(atom.model_value ? 1 : 0);
    to.text(atom.text);
  }
  to.name("values");
  const std::size_t count = interner.count();
  to.number(count);
  for (std::size_t handle = 1; handle <= count; ++handle)
    write_object(to, interner.object(static_cast<Handle>(handle)));
}

ValueReader::ValueReader(CheckpointReader& from, values::Interner& interner) : interner_(interner) {
  from.name("atoms");
  atoms_.resize(from.count());
  for (Value& atom : atoms_) {
    const bool model_value = from.number() != 0;
    const std::string text = from.text();
    atom = model_value ? Value::model_value(values::atoms().model_value(text))
                       : Value::string(values::atoms().string(text));
  }
  from.name("values");
  values::Arena arena;
  for (std::size_t left = from.count(); left > 0; --left) {
    read_object(from, arena);
    arena.reset();
  }
}

Value ValueReader::value(CheckpointReader& from) const { return value_of(from.number()); }

Value ValueReader::value_of(std::uint64_t written) const {
  const Value as_written = Value::from_bits(written);
  if (as_written.is_string() || as_written.is_model_value()) {
    if (as_written.as_atom() >= atoms_.size())
      throw CheckpointError("it names a string that it does not hold");
    return atoms_[as_written.as_atom()];
  }
  if (as_written.is_scalar() || as_written.is_none()) return as_written;
  const std::uint64_t handle = written >> tag_bits;
  if (handle > interner_.count() || interner_.object(static_cast<Handle>(handle)) == nullptr)
    throw CheckpointError("it names a value that it does not hold");
  return interner_.value(static_cast<Handle>(handle));
}

void ValueReader::read_object(CheckpointReader& from, values::Arena& arena) {
  const std::uint64_t head = from.number();
  const auto kind = static_cast<Kind>(head & 0xffU);
  const Handle expected = static_cast<Handle>(interner_.count()) + 1;
  if (kind == Kind::none) return interner_.skip_handle();
  if (from.left() / sizeof(Value) < head >> 8U) throw CheckpointError("it holds a count that cannot be");
  std::vector<Value> items(head >> 8U);
  for (Value& item : items) {
    const std::uint64_t written = from.number();
    item = kind == Kind::integer ? Value::from_bits(written) : value_of(written);
  }
  Handle handle = 0;
  const auto intern = [&](Value v) { handle = interner_.handle(v); };
  if (kind == Kind::set) {
    intern(values::make_sorted_set(arena, items));
  } else if (kind == Kind::tuple) {
    intern(values::make_tuple(arena, items));
  } else if (kind == Kind::function && !items.empty() && items[0].kind() == Kind::set &&
             values::size(items[0]) + 1 == items.size()) {
    intern(values::make_function(arena, items[0], std::span(items).subspan(1)));
  } else if (kind == Kind::integer && items.size() == 1) {
    intern(values::make_integer(arena, static_cast<std::int64_t>(items[0].bits())));
  } else if (kind == Kind::box && items.size() == 1) {
    intern(items[0]);
  }
  if (handle != expected) throw CheckpointError("its values are not in order");
}

}  // namespace synod::store

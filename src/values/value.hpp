// TLA+ values as the engines compute with them: one 64-bit word.
//
// Booleans, small integers, strings and model values are inside the word. Anything else is a reference to an
// Object: a temporary one in a worker's Arena, or an interned one (interner.hpp) that lives as long as the
// run and for which equal content means equal address.
//
// Canonical forms. Explicit values have one form each, so that equality is structural:
// - set: elements sorted by compare(), no duplicates (1..3 and {1, 2, 3} are both this form once interned);
// - tuple: every function whose domain is 1..n, sequences included; <<>> is the only empty function;
// - function: every other function, records included: its domain (a set) and the values in domain order.
// Symbolic sets (SUBSET S, Nat, [S -> T], ...) and lazy functions stay unexpanded until somebody must
// enumerate them; `explicit_form` expands them. States hold explicit values only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "values/atom.hpp"
#include "values/hashing.hpp"

namespace synod::values {

class Arena;

enum class Kind : std::uint8_t {
  none,  ///< no value: an unassigned variable
  boolean,
  integer,
  string,
  model_value,
  set,
  tuple,
  function,
  // symbolic sets; items are their operands
  interval,         ///< items: low, high
  powerset,         ///< items: S
  function_set,     ///< items: domain, range
  record_set,       ///< items: set of field names, then one set per field in that order
  product,          ///< items: factors
  sequences,        ///< items: S of Seq(S)
  lazy_difference,  ///< items: S, T of S \ T, kept when S is infinite or symbolic
  naturals,
  integers,
  reals,
  strings,
  any,
  lazy_filter,
  lazy_function,
  lazy_union,  ///< closures of the evaluator (program/closure.hpp)
  box,         ///< an interned scalar, for 32-bit handles; never seen outside the interner
};

struct Object;

class Value {
 public:
  constexpr Value() = default;  ///< none
  static constexpr Value boolean(bool b) { return Value((b ? 8U : 0U) | tag_boolean); }
  /// An integer; those outside 61 bits need `make_integer`.
  static constexpr Value small_integer(std::int64_t i) {
    return Value((static_cast<std::uint64_t>(i) << 3) | tag_integer);
  }
  static constexpr bool fits_small(std::int64_t i) { return (i >> 60) == 0 || (i >> 60) == -1; }
  static constexpr Value string(AtomId id) { return Value((std::uint64_t{id} << 3) | tag_string); }
  static constexpr Value model_value(AtomId id) { return Value((std::uint64_t{id} << 3) | tag_model_value); }
  static Value object(const Object* o) { return Value(reinterpret_cast<std::uint64_t>(o)); }
  static constexpr Value special(Kind kind) {
    return Value((static_cast<std::uint64_t>(kind) << 3) | tag_special);
  }
  static constexpr Value from_bits(std::uint64_t bits) { return Value(bits); }

  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
  [[nodiscard]] constexpr bool is_none() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool is_boolean() const { return tag() == tag_boolean; }
  [[nodiscard]] constexpr bool is_small_integer() const { return tag() == tag_integer; }
  [[nodiscard]] constexpr bool is_string() const { return tag() == tag_string; }
  [[nodiscard]] constexpr bool is_model_value() const { return tag() == tag_model_value; }
  [[nodiscard]] constexpr bool is_object() const { return tag() == 0 && bits_ != 0; }
  [[nodiscard]] constexpr bool is_scalar() const { return tag() != 0; }
  [[nodiscard]] Kind kind() const;

  [[nodiscard]] constexpr bool as_boolean() const { return bits_ == (8U | tag_boolean); }
  [[nodiscard]] constexpr std::int64_t as_small_integer() const {
    return static_cast<std::int64_t>(bits_) >> 3;
  }
  [[nodiscard]] bool is_integer() const;          ///< of any size
  [[nodiscard]] std::int64_t as_integer() const;  ///< requires is_integer()
  [[nodiscard]] constexpr AtomId as_atom() const { return static_cast<AtomId>(bits_ >> 3); }
  [[nodiscard]] const std::string& text() const { return atoms().get(as_atom()).text; }
  [[nodiscard]] const Object* as_object() const { return reinterpret_cast<const Object*>(bits_); }

  /// Same word. Means equality for scalars and interned values; use `equal` otherwise.
  constexpr bool operator==(const Value&) const = default;

 private:
  static constexpr std::uint64_t tag_integer = 1, tag_boolean = 2, tag_string = 3, tag_model_value = 4,
                                 tag_special = 5;
  constexpr explicit Value(std::uint64_t bits) : bits_(bits) {}
  [[nodiscard]] constexpr std::uint64_t tag() const { return bits_ & 7U; }
  std::uint64_t bits_ = 0;
};

/// A composite value: this header, then `count` Values.
struct alignas(16) Object {
  std::uint64_t hash =
      0;  ///< of the content, independent of addresses and runs; 0: not computed (symbolic forms)
  std::uint32_t handle = 0;  ///< its handle when interned, 0 for temporaries
  std::uint32_t count = 0;
  Kind kind = Kind::none;
  std::uint8_t padding[7] = {};
  const void* extra = nullptr;  ///< closures: their captured environment

  [[nodiscard]] const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
  [[nodiscard]] Value* items() { return reinterpret_cast<Value*>(this + 1); }
  [[nodiscard]] Value operator[](std::size_t i) const { return items()[i]; }
  [[nodiscard]] std::span<const Value> all() const { return {items(), count}; }
};

inline Kind Value::kind() const {
  switch (bits_ & 7U) {
    case 0:
      return bits_ == 0 ? Kind::none : as_object()->kind;
    case tag_integer:
      return Kind::integer;
    case tag_boolean:
      return Kind::boolean;
    case tag_string:
      return Kind::string;
    case tag_model_value:
      return Kind::model_value;
    default:
      return static_cast<Kind>(bits_ >> 3);
  }
}
inline bool Value::is_integer() const {
  return is_small_integer() || (is_object() && as_object()->kind == Kind::integer);
}
inline std::int64_t Value::as_integer() const {
  return is_small_integer() ? as_small_integer() : static_cast<std::int64_t>(as_object()->items()[0].bits());
}

/// Bump allocator for temporaries of one worker. Not thread-safe. Everything allocated after `mark` goes at
/// `reset`.
class Arena {
 public:
  Arena();
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  struct Mark {
    std::size_t block;
    char* next;
  };
  [[nodiscard]] Mark mark() const { return {block_, next_}; }
  void reset(Mark m);
  void reset() { reset({0, nullptr}); }

  /// An uninitialised object with room for `count` values; hash 0, handle 0.
  Object* allocate(Kind kind, std::size_t count) {
    return new (raw(sizeof(Object) + count * sizeof(Value)))
        Object{0, 0, static_cast<std::uint32_t>(count), kind, {}, nullptr};
  }
  /// Gives back the tail of the last allocation.
  void shrink(Object* last, std::size_t count);
  void* raw(std::size_t bytes) {
    bytes = (bytes + 15) & ~std::size_t{15};
    if (static_cast<std::size_t>(end_ - next_) < bytes) return slow(bytes);
    void* result = next_;
    next_ += bytes;
    return result;
  }
  [[nodiscard]] std::size_t bytes() const;

 private:
  void* slow(std::size_t bytes);
  struct Block {
    char* data;
    std::size_t size;
  };
  Block* blocks_ = nullptr;
  std::size_t block_ = 0, block_count_ = 0, block_capacity_ = 0;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

// -- construction. Every function gives back a canonical value; composites live in `arena`
Value make_integer(Arena& arena, std::int64_t i);
/// A set of these values in any order, with duplicates allowed. Throws EvaluationError(incomparable).
Value make_set(Arena& arena, std::span<const Value> elements);
/// A set whose elements are already sorted and distinct.
Value make_sorted_set(Arena& arena, std::span<const Value> elements);
Value make_tuple(Arena& arena, std::span<const Value> items);
/// The function with this explicit domain (a set) and these values in domain order; a tuple when the domain
/// is 1..n.
Value make_function(Arena& arena, Value domain, std::span<const Value> values);
/// A record; names need not be sorted.
Value make_record(Arena& arena, std::span<const AtomId> names, std::span<const Value> values);
Value empty_set();
Value empty_tuple();

// -- observation
/// Hash of any value with an explicit form; equal values have equal hashes whatever their representation.
[[nodiscard]] inline std::uint64_t hash(Value v) {
  if (v.is_small_integer()) return integer_hash(v.as_small_integer());
  if (v.is_object())
    return mix(v.as_object()->hash + static_cast<std::uint64_t>(v.as_object()->kind) + 0x1000);
  if (v.is_string() || v.is_model_value()) return atoms().get(v.as_atom()).hash;
  return mix(v.bits() + 0x77);
}
/// Value equality as `=` has it, in TLC's order of tests: throws EvaluationError(incomparable) across kinds
/// unless an earlier test (cardinality, length, domain size) decides. Explicit values only.
[[nodiscard]] bool equal(Value a, Value b);
/// The fixed total order of design and TLC's rules (section 3.3; strings by code point, model values by .cfg
/// order). Negative, zero, positive. Throws EvaluationError(incomparable) across kinds. Explicit values only.
[[nodiscard]] int compare(Value a, Value b);

[[nodiscard]] inline bool is_set(Kind k) {
  return k == Kind::set || (k >= Kind::interval && k <= Kind::any) || k == Kind::lazy_filter ||
         k == Kind::lazy_union;
}
[[nodiscard]] inline bool is_function(Kind k) {
  return k == Kind::tuple || k == Kind::function || k == Kind::lazy_function;
}
/// A function whose domain is a non-empty set of strings.
[[nodiscard]] bool is_record(Value v);
/// Number of points of an explicit function; elements of an explicit set.
[[nodiscard]] inline std::size_t size(Value v) {
  const Object* o = v.as_object();
  return o->kind == Kind::function ? o->count - 1U : o->count;
}
/// Values of a tuple or function, in domain order.
[[nodiscard]] inline std::span<const Value> range_of(Value f) {
  const Object* o = f.as_object();
  return o->kind == Kind::tuple ? o->all() : o->all().subspan(1);
}
/// i-th point (from 0) of an explicit function's domain.
[[nodiscard]] Value domain_point(Value f, std::size_t i);
/// Index of `point` in an explicit function's domain, or -1.
[[nodiscard]] std::ptrdiff_t find_point(Value f, Value point);
[[nodiscard]] inline std::span<const Value> elements(Value explicit_set) {
  return explicit_set.as_object()->all();
}
/// Whether `s` is an ordinary identifier, so that a record may print it as a field name.
[[nodiscard]] bool is_identifier(std::string_view s);

/// TLA+ text as TLC prints it: <<1, 2>>, {"a", "b"}, [f |-> 1], (1 :> 2 @@ 5 :> 6). Any kind. One line.
[[nodiscard]] std::string to_string(Value v);

}  // namespace synod::values

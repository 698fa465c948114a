#include "program/binder_nodes.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/stack.hpp"
#include "program/code.hpp"
#include "program/reference_nodes.hpp"
#include "values/hashing.hpp"

namespace synod::program {

using values::Object;

void bind(const Node& node, const BoundPlan& bound, Frame& f, Value element) {
  if (!bound.tuple) {
    f.slots[bound.first_slot] = element;
    return;
  }
  const Value v = component(*f.context, element);
  if (v.kind() != Kind::tuple || values::size(v) != bound.names) {
    node.fail(EvaluationFault::not_a_function,
              "A tuple of " + std::to_string(bound.names) +
                  " elements was expected for the bound variables, but the value is " + values::to_string(v) +
                  ".");
  }
  for (unsigned i = 0; i < bound.names; ++i) f.slots[bound.first_slot + i] = values::range_of(v)[i];
}

std::string show_bound(const BoundPlan& bound) {
  std::string names;
  for (const std::string& name : bound.variables) names += (names.empty() ? "" : ", ") + name;
  return (bound.tuple ? "<<" + names + ">>" : names) + " in " + bound.set->show();
}

std::string show_bounds(const std::vector<BoundPlan>& bounds) {
  std::string out;
  for (const BoundPlan& b : bounds) out += (out.empty() ? "" : ", ") + show_bound(b);
  return out;
}

bool QuantifierNode::test(Frame& f) const {
  Scratch scratch(*f.context);
  const bool complete =
      enumerate<Temporaries::dropped>(*this, bounds_, f, [&] { return body_->test(f) == universal_; });
  unbind(bounds_, f);
  scratch.drop();
  return complete == universal_;
}

std::string QuantifierNode::show() const {
  return (universal_ ? "forall(" : "exists(") + show_bounds(bounds_) + " : " + body_->show() + ")";
}

Value ChooseNode::eval(Frame& f) const {
  const Value set = bound_.set->enumerable(f);
  check_enumerable(*bound_.set, set, *this);
  Value chosen;
  for_each<Temporaries::dropped>(*f.context, set, [&](Value v) {
    bind(*this, bound_, f, v);
    if (!predicate_->test(f)) return true;
    chosen = v;
    return false;
  });
  unbind(bound_, f);
  if (chosen.is_none()) {
    fail(EvaluationFault::no_witness,
         "Attempted to compute the value of a CHOOSE expression, but no element of the set\n" +
             values::to_string(set) + "\nsatisfies the predicate.");
  }
  return chosen;
}

std::string ChooseNode::show() const {
  return "choose(" + show_bound(bound_) + " : " + predicate_->show() + ")";
}

namespace {

/// What lazy filters and functions keep: their code and a copy of the frame around it.
class EvaluatorClosure final : public values::Closure {
 public:
  EvaluatorClosure(const Node& node, const ClosureCode& code, Frame* around, bool partial)
      : node_(node), code_(code), around_(around), partial_(partial) {}

  void attached_to(const Object* self) override { self_ = self; }
  bool is_partial() const override { return partial_; }

  template <class Run>
  auto run(Value argument, Run&& body) const {
    check_stack(node_);
    evaluation_step();
    const CallUnderWay call;
    Context& c = *active_context();
    struct Slots {
      SlotStack& stack;
      unsigned count;
      ~Slots() { stack.pop(count); }
    };
    Frame g = *around_;
    const unsigned slots = code_.in_place ? around_->slot_count : code_.unit->slots;
    g.slots = c.stack.push(slots);
    const Slots release{c.stack, slots};
    g.context = &c;
    if (code_.in_place) {
      std::copy_n(around_->slots, slots, g.slots);
    } else {
      g.slot_count = slots;
      g.lexical = around_;
      g.arguments = nullptr;
      g.argument_slots = 0;
      g.operators = nullptr;
      g.operator_count = 0;
    }
    bind_parameters(g, argument);
    if (code_.self_slot >= 0) g.slots[code_.self_slot] = Value::object(self_);
    return body(g);
  }

  bool contains(Value v) const override {
    return run(v, [&](Frame& g) { return code_.body->test(g); });
  }

  Value apply(Value argument) const override {
    Context& c = *active_context();
    const Value point = component(c, argument);
    const std::uint64_t hash = values::hash(point);
    // A recursive function asks for the same points again and again.
    if (const Value* known = kept_ ? find_kept(c, hash, point) : find(hash, point)) return *known;
    const Value v = value_at(point);
    if (!kept_) {
      Entry*& bucket = results_[hash % buckets];
      bucket = new (c.arena.raw(sizeof(Entry))) Entry{point, v, hash, bucket};
      ++c.lazy_fills;
    } else if (values::is_explicit(v)) {
      c.kept_results[this].emplace(hash, Context::KeptResult{c.interner.intern(point), c.interner.intern(v)});
    }
    return v;
  }

  Value value_at(Value point) const {
    try {
      return run(point, [&](Frame& g) { return code_.body->eval(g); });
    } catch (EvaluationError& e) {
      if (code_.self_slot >= 0) e.called_from({code_.name, node_.span});
      throw;
    }
  }

  /// A copy that outlives every arena.
  Closure* copy(values::Arena& permanent) const override {
    auto* made = new (permanent.raw(sizeof(EvaluatorClosure)))
        EvaluatorClosure(node_, code_, capture(*around_, permanent), partial_);
    made->kept_ = true;
    made->keep_slots();
    return made;
  }

 private:
  struct Entry {
    Value argument, value;
    std::uint64_t hash;
    Entry* next;
  };
  static constexpr std::size_t buckets = 16;

  static bool same(Value a, Value b) { return a == b || values::compare(a, b) == 0; }

  const Value* find(std::uint64_t hash, Value point) const {
    for (const Entry* e = results_[hash % buckets]; e != nullptr; e = e->next) {
      if (e->hash == hash && same(e->argument, point)) return &e->value;
    }
    return nullptr;
  }

  const Value* find_kept(const Context& c, std::uint64_t hash, Value point) const {
    const auto mine = c.kept_results.find(this);
    if (mine == c.kept_results.end()) return nullptr;
    const auto [first, last] = mine->second.equal_range(hash);
    for (auto it = first; it != last; ++it) {
      if (same(it->second.argument, point)) return &it->second.value;
    }
    return nullptr;
  }

  /// Makes what the captured frames hold permanent too.
  void keep_slots() {
    Context& c = *active_context();
    for (Frame* g = around_; g != nullptr; g = g->lexical) {
      g->current = nullptr;  // a constant reads no state
      g->next = nullptr;
      for (unsigned i = 0; i < g->slot_count; ++i) g->slots[i] = c.code.keep(c, g->slots[i]);
    }
  }

  void bind_parameters(Frame& g, Value argument) const {
    if (code_.parameters.size() == 1) {
      bind(node_, code_.parameters[0], g, argument);
      return;
    }
    const Value v = component(*g.context, argument);
    require(v.kind() == Kind::tuple && values::size(v) == code_.parameters.size(),
            "a point in the domain of a function of several arguments is a tuple of them");
    for (std::size_t i = 0; i < code_.parameters.size(); ++i)
      bind(node_, code_.parameters[i], g, values::range_of(v)[i]);
  }

  const Node& node_;
  const ClosureCode& code_;
  Frame* around_;
  const Object* self_ = nullptr;
  bool partial_;
  bool kept_ = false;
  mutable Entry* results_[buckets] = {};
};

Value make_closure(const Node& node, const ClosureCode& code, Frame& f, Kind kind, Value base,
                   bool partial = false) {
  values::Arena& arena = f.context->arena;
  auto* closure =
      new (arena.raw(sizeof(EvaluatorClosure))) EvaluatorClosure(node, code, capture(f, arena), partial);
  return values::make_lazy(arena, kind, base, closure);
}

/// Bases of filters for which room is made at once.
constexpr std::uint64_t usual = 1 << 16;

[[noreturn]] void too_many_elements(const Node& node) {
  node.fail(EvaluationFault::too_large,
            "Attempted to build a set of more than " + std::to_string(values::max_elements) + " elements.");
}

/// The elements of a set under construction, without their duplicates whenever there are many.
class Collected {
 public:
  explicit Collected(const Node& node) : node_(node) {}
  void add(Value v) {
    all_.push_back(v);
    if (all_.size() == look_at_) compact();
  }
  [[nodiscard]] std::span<const Value> all() const { return all_; }
  void compact() {
    node_.placed([&] {
      std::sort(all_.begin(), all_.end(), [](Value a, Value b) { return values::compare(a, b) < 0; });
    });
    const auto same = [](Value a, Value b) { return a == b || values::compare(a, b) == 0; };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
    if (all_.size() > values::max_elements) too_many_elements(node_);
    look_at_ = std::max(look_at_, 2 * all_.size());
  }

 private:
  const Node& node_;
  std::vector<Value> all_;
  std::size_t look_at_ = std::size_t{1} << 20;
};

bool walks_cheaply(Value set) { return set.kind() == Kind::set || set.kind() == Kind::interval; }

}  // namespace

Value FilterNode::eval(Frame& f) const {
  const Value base = bound_.set->enumerable(f);
  if (!values::is_set(base.kind())) check_enumerable(*bound_.set, base, *this);
  if (lazy_.body == nullptr)
    return select(
        f, walks_cheaply(base) ? base : placed([&] { return values::expand(f.context->arena, base); }));
  if (walks_cheaply(base)) {
    try {
      return select(f, base);
    } catch (const EvaluationError& error) {
      if (!may_be_deferred(error) || bound_.set->listed(f)) throw;
    }
  } else if (base.kind() == Kind::lazy_union && bound_.set->listed(f)) {
    placed([&] { return values::expand(f.context->arena, base); });  // fails: it cannot be put in order
  }
  return make_closure(*this, lazy_, f, Kind::lazy_filter, base);
}

Value FilterNode::select(Frame& f, Value base) const {
  Context& c = *f.context;
  const std::uint64_t most = values::saturating_cardinality(c.arena, base);
  if (most == 0) return values::empty_set();
  if (most > usual) return select_from_many(f, base);
  auto* kept = static_cast<Value*>(c.arena.raw(most * sizeof(Value)));
  std::size_t n = 0;
  for_each(c, base, [&](Value v) {
    bind(*this, bound_, f, v);
    if (predicate_->test(f)) kept[n++] = v;
    return true;
  });
  return n == most && base.kind() == Kind::set ? base : values::make_sorted_set(c.arena, {kept, n});
}

/// Needs room for what it keeps only, and keeps no more than a set may hold.
Value FilterNode::select_from_many(Frame& f, Value base) const {
  Context& c = *f.context;
  std::vector<Value> kept;
  for_each<Temporaries::dropped>(c, base, [&](Value v) {
    bind(*this, bound_, f, v);
    if (!predicate_->test(f)) return true;
    if (kept.size() == values::max_elements) too_many_elements(*this);
    if (base.kind() == Kind::interval && v.is_object()) ++c.lazy_fills;  // a large integer made in this round
    kept.push_back(v);
    return true;
  });
  unbind(bound_, f);
  return values::make_sorted_set(c.arena, kept);
}

std::string FilterNode::show() const {
  return "filter(" + show_bound(bound_) + " : " + predicate_->show() + ")";
}

Value MapNode::eval(Frame& f) const {
  Context& c = *f.context;
  Collected collected(*this);
  std::uint64_t held = 0;
  enumerate<Temporaries::dropped>(*this, bounds_, f, [&] {
    const Value found = value_->eval(f);
    const Value v = value_->placed([&] { return part(c, found); });
    if (v.is_object()) {  // it must outlive its round
      ++held;
      ++c.lazy_fills;
    }
    collected.add(v);
    return true;
  });
  unbind(bounds_, f);
  c.lazy_fills -= held;
  if (collected.all().size() > values::max_elements) collected.compact();
  return placed([&] { return values::make_set(c.arena, collected.all()); });
}

std::string MapNode::show() const { return "map(" + value_->show() + " : " + show_bounds(bounds_) + ")"; }

Value FunctionNode::build(Frame& f, Value domain) const {
  Context& c = *f.context;
  const auto points = values::elements(domain);
  if (points.empty()) return values::empty_tuple();
  const bool sequence = points.front() == Value::small_integer(1) &&
                        points.back() == Value::small_integer(static_cast<std::int64_t>(points.size()));
  const std::size_t shift = sequence ? 0 : 1;
  Object* o = c.arena.allocate(sequence ? Kind::tuple : Kind::function, points.size() + shift);
  if (!sequence) o->items()[0] = domain;
  for (std::size_t i = 0; i < points.size(); ++i) {
    evaluation_step();
    if (bounds_.size() == 1) {
      bind(*this, bounds_[0], f, points[i]);
    } else {
      for (std::size_t b = 0; b < bounds_.size(); ++b)
        bind(*this, bounds_[b], f, values::range_of(points[i])[b]);
    }
    const Value v = value_->eval(f);
    o->items()[i + shift] = value_->placed([&] { return part(c, v); });
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    o->hash += values::point_hash(values::hash(points[i]), values::hash((*o)[i + shift]));
  }
  return Value::object(o);
}

Value FunctionNode::domain(Frame& f) const {
  if (bounds_.size() == 1) {
    const Value set = bounds_[0].set->enumerable(f);
    if (!values::is_set(set.kind())) check_enumerable(*bounds_[0].set, set, *this);
    return set;
  }
  std::vector<Value> factors;
  bool cheap = true;
  for (const BoundPlan& b : bounds_) {
    factors.push_back(b.set->enumerable(f));
    if (!values::is_set(factors.back().kind())) check_enumerable(*b.set, factors.back(), *this);
    cheap = cheap && walks_cheaply(factors.back());
  }
  values::Arena& arena = f.context->arena;
  const Value product = values::make_symbolic(arena, Kind::product, factors);
  return cheap && lazy_.self_slot < 0 ? placed([&] { return values::expand(arena, product); }) : product;
}

bool FunctionNode::domain_listed(Frame& f) const {
  return std::all_of(bounds_.begin(), bounds_.end(), [&](const BoundPlan& b) { return b.set->listed(f); });
}

/// A listed domain is put in order; where its elements cannot be compared, that fails.
void FunctionNode::check_order(Frame& f) const {
  for (const BoundPlan& b : bounds_) {
    const Value set = b.set->enumerable(f);
    if (set.kind() == Kind::lazy_union && domain_listed(f))
      b.set->placed([&] { return values::expand(f.context->arena, set); });
  }
}

Value FunctionNode::make(Frame& f, bool to_be_applied) const {
  Value points = domain(f);
  if (lazy_.self_slot >= 0) return make_closure(*this, lazy_, f, Kind::lazy_function, points);
  if (!walks_cheaply(points) && lazy_.body != nullptr) {
    if (!to_be_applied) check_order(f);
    return make_closure(*this, lazy_, f, Kind::lazy_function, points);
  }
  points = placed([&] { return values::expand(f.context->arena, points); });
  try {
    return build(f, points);
  } catch (const EvaluationError& error) {
    if (!may_be_deferred(error) || error.fault() == EvaluationFault::too_large) throw;
    if (!to_be_applied && domain_listed(f)) throw;
    return make_closure(*this, by_point_, f, Kind::lazy_function, points, to_be_applied);
  }
}

std::string FunctionNode::show() const {
  return std::string(lazy_.self_slot >= 0 ? "recursive " : "") + "function(" + show_bounds(bounds_) + " : " +
         (value_ != nullptr ? value_ : lazy_.body)->show() + ")";
}

}  // namespace synod::program

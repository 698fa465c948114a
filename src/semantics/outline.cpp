#include "semantics/outline.hpp"

#include <algorithm>

#include "semantics/walk.hpp"

namespace synod::semantics {

namespace {

/// Names like I!J!Op multiply with the depth of nesting; what a person writes into a .cfg is not deep.
constexpr unsigned deepest_instance_name = 4;
constexpr std::size_t most_root_names = 20'000;

class RootNames {
 public:
  RootNames(Context& context, const ResolvedModule& root) : context_(context), root_(root) {}

  void collect() {
    add_names(root_, "", {}, 0);
    context_.copier.drain();
  }

 private:
  void add_names(const ResolvedModule& module, const std::string& prefix, const std::vector<Instance*>& via,
                 unsigned depth) {
    for (const auto& [name, entity] : module.names.entries()) {
      if (context_.spec.root_operators.size() >= most_root_names) return;
      if (depth > 0 && entity.local) continue;
      std::vector<Instance*> path = entity.via;
      path.insert(path.end(), via.begin(), via.end());
      if (auto* const* op = std::get_if<Operator*>(&entity.target)) {
        add_operator(prefix + name, **op, path);
      } else if (auto* const* instance = std::get_if<Instance*>(&entity.target)) {
        add_instance(prefix + name, **instance, path, depth);
      }
    }
  }

  void add_operator(const std::string& name, Operator& op, const std::vector<Instance*>& path) {
    const Operator* current = &op;
    for (Instance* instance : path) current = &context_.copier.seen_through(*instance, *current);
    context_.spec.root_operators.emplace(name, const_cast<Operator*>(current));
  }

  void add_instance(const std::string& name, Instance& instance, const std::vector<Instance*>& path,
                    unsigned depth) {
    if (instance.module == nullptr || !instance.parameters.empty() || depth >= deepest_instance_name) return;
    if (path.empty()) {
      auto& mapping = context_.spec.mappings[name];
      for (const Variable* variable : instance.module->variables)
        mapping.emplace_back(variable->name, instance.substitution.at(variable));
    }
    std::vector<Instance*> inside{&instance};
    inside.insert(inside.end(), path.begin(), path.end());
    add_names(*instance.module, name + "!", inside, depth + 1);
  }

  Context& context_;
  const ResolvedModule& root_;
};

class Reachable {
 public:
  void add(const Operator* op) {
    if (seen_.insert(op).second) found_.push_back(const_cast<Operator*>(op));
  }

  void add(const Expr& expr) {
    for (const Operator* op : operators_in(expr)) add(op);
  }

  /// All operators reachable from those added, in the order of their ids, which follows the text.
  std::vector<Operator*> close() {
    for (std::size_t next = 0; next < found_.size(); ++next) {
      // The body of a native operator is documentation.
      if (found_[next]->body != nullptr && !found_[next]->native) add(*found_[next]->body);
    }
    std::ranges::sort(found_, {}, &Operator::id);
    return found_;
  }

 private:
  std::unordered_set<const Operator*> seen_;
  std::vector<Operator*> found_;
};

}  // namespace

void collect_root(Context& context, const ResolvedModule& root) {
  Spec& spec = context.spec;
  spec.root = root.name;
  for (const Variable* variable : root.variables) {
    auto* own = const_cast<Variable*>(variable);
    own->index = static_cast<std::uint32_t>(spec.variables.size());
    spec.variables.push_back(own);
  }
  for (const Constant* constant : root.constants) {
    auto* own = const_cast<Constant*>(constant);
    own->index = static_cast<std::uint32_t>(spec.constants.size());
    spec.constants.push_back(own);
  }
  spec.assumptions = root.assumptions;
  RootNames(context, root).collect();
}

void collect_operators(Context& context, const ResolvedModule& root) {
  Spec& spec = context.spec;
  Reachable reachable;
  for (const auto& entry : spec.root_operators) reachable.add(entry.second);
  for (const Operator* op : root.definitions) {
    // What the built-in modules keep to themselves only documents their native operators.
    const bool documentation =
        op->local && context.sources.get(op->span.source).path.starts_with("<built in>");
    if (!documentation) reachable.add(op);
  }
  for (const Assumption& assumption : spec.assumptions) reachable.add(*assumption.body);
  spec.operators = reachable.close();
  // Operators that are not part of the specification get ids after all others.
  auto next = static_cast<std::uint32_t>(spec.operators.size());
  const std::unordered_set<const Operator*> kept(spec.operators.begin(), spec.operators.end());
  for (Operator& op : spec.operator_storage) {
    if (!kept.contains(&op)) op.id = next++;
  }
  for (std::uint32_t id = 0; id < spec.operators.size(); ++id) {
    Operator& op = *spec.operators[id];
    op.id = id;
    const bool constant = op.parameters.empty() && op.level == Level::constant && op.body != nullptr;
    if (constant && !op.in_let && !op.native && !op.is_theorem) spec.constant_definitions.push_back(&op);
  }
}

}  // namespace synod::semantics

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "model/binding.hpp"
#include "model/replacement.hpp"
#include "model/substitution.hpp"

namespace synod::model {
namespace {

using semantics::Constant;
using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using semantics::Operator;
using semantics::Spec;
using semantics::Symbol;
using syntax::Code;

/// All lines that give one name a value: `f(1) = a`, `f(2) = b`, or a single `c = v`.
struct Lines {
  std::vector<const Assignment*> all;
  [[nodiscard]] const ConfigName& name() const { return all.front()->name; }
  [[nodiscard]] std::size_t arity() const { return all.front()->arguments.size(); }
};

class Constants {
 public:
  explicit Constants(const Binding& binding) : binding_(binding), spec_(binding.spec()) {
    for (Constant* constant : spec_.constants) constants_[constant->name] = constant;
  }

  void run() {
    assign_values();
    for (const Replacement& replacement : binding_.config.replacements) replace(replacement);
    report_missing();
    if (binding_.diagnostics.has_errors()) return;
    settle_recursion();
    if (binding_.diagnostics.has_errors()) return;
    warn_of_unused();
    warn_of_empty_sets();
    link_operator_constants();
    if (levels_changed_) raise_levels(spec_);
  }

 private:
  void error(Code code, Span span, std::string message, std::string expected = {}) {
    binding_.diagnostics.error(code, span, std::move(message), std::move(expected));
  }

  // -- `=`
  void assign_values() {
    std::map<std::pair<std::string, std::string>, Lines> by_name;
    std::vector<std::pair<std::string, std::string>> order;
    for (const Assignment& assignment : binding_.config.assignments) {
      const std::pair key(assignment.module ? assignment.module->text : "", assignment.name.text);
      if (!by_name.contains(key)) order.push_back(key);
      by_name[key].all.push_back(&assignment);
    }
    for (const auto& key : order) {
      const Lines& lines = by_name[key];
      if (consistent(lines)) assign(lines);
    }
  }

  bool consistent(const Lines& lines) {
    for (const Assignment* line : lines.all) {
      if (line->arguments.size() == lines.arity()) continue;
      error(Code::config_wrong_arity, line->name.span,
            fmt::format("{} has {} here and {} above", line->name.text,
                        count_arguments(line->arguments.size()), count_arguments(lines.arity())));
      return false;
    }
    if (lines.arity() == 0 && lines.all.size() > 1) {
      binding_.diagnostics.warning(
          Code::config_duplicate, lines.all.back()->name.span,
          fmt::format("{} is given a value twice; this one counts", lines.name().text));
    }
    return true;
  }

  static std::string count_arguments(std::size_t count) {
    return count == 0 ? "no arguments" : fmt::format("{} argument{}", count, count == 1 ? "" : "s");
  }

  void assign(const Lines& lines) {
    const ConfigName& name = lines.name();
    if (lines.all.front()->module) return assign_in_module(lines);
    if (const auto constant = constants_.find(name.text); constant != constants_.end()) {
      return assign_to_constant(*constant->second, lines);
    }
    if (Operator* op = visible_operator(name.text)) {
      for (Operator* copy : copies_of(*op)) give_value(*copy, lines);
      return;
    }
    binding_.diagnostics.warning(
        Code::config_unknown_name, name.span,
        fmt::format("there is no constant or definition {} in module {}{}: this has no effect", name.text,
                    spec_.root, suggestion(name.text, all_names())));
  }

  /// `f = v` gives a constant operator this value for all arguments.
  void assign_to_constant(Constant& constant, const Lines& lines) {
    if (lines.arity() != 0 && lines.arity() != constant.arity) {
      error(Code::config_wrong_arity, lines.name().span,
            fmt::format("{} has {} here, but {} in the specification", constant.name,
                        count_arguments(lines.arity()), count_arguments(constant.arity)));
      return;
    }
    constant.binding = make_operator(lines, constant);
  }

  void assign_in_module(const Lines& lines) {
    for (Operator* op : operators_of_module(*lines.all.front()->module, lines.name())) give_value(*op, lines);
  }

  void give_value(Operator& op, const Lines& lines) {
    if (op.parameters.size() < lines.arity()) {
      error(Code::config_wrong_arity, lines.name().span,
            fmt::format("{} has {}, not {}", op.name, count_arguments(op.parameters.size()),
                        count_arguments(lines.arity())));
      return;
    }
    const auto first = op.parameters.end() - static_cast<std::ptrdiff_t>(lines.arity());
    set_body(op, make_body(spec_, lines.all, {first, op.parameters.end()}));
  }
  static bool is_of_instance(const Operator& op) { return op.name != op.origin_name; }

  Operator* make_operator(const Lines& lines, const Constant& constant) {
    Operator& op = spec_.operator_storage.emplace_back();
    op.name = op.origin_name = constant.name;
    op.origin_module = spec_.root;
    op.id = static_cast<std::uint32_t>(spec_.operators.size());
    op.span = lines.name().span;
    op.parameters = make_parameters(spec_, constant.arity, op.span);
    op.body = make_body(spec_, lines.all, lines.arity() == 0 ? std::vector<const Symbol*>() : op.parameters);
    spec_.operators.push_back(&op);
    return &op;
  }

  // -- `<-`
  void replace(const Replacement& replacement) {
    if (replacement.module) return replace_in_module(replacement);
    const ConfigName& name = replacement.name;
    if (const auto constant = constants_.find(name.text); constant != constants_.end()) {
      return replace_constant(*constant->second, replacement);
    }
    Operator* op = visible_operator(name.text);
    if (op == nullptr) {
      error(Code::config_unknown_name, name.span,
            fmt::format("there is no constant or definition {} in module {}{}", name.text, spec_.root,
                        suggestion(name.text, all_names())));
      return;
    }
    const Operator* target = find_target(replacement);
    if (target == nullptr ||
        !same_arity(replacement.definition, target->parameters.size(), op->parameters.size()))
      return;
    for (Operator* copy : copies_of(*op)) forward(*copy, *target, replacement);
  }

  void replace_constant(Constant& constant, const Replacement& replacement) {
    const Operator* target = find_target(replacement);
    if (target == nullptr) return;
    if (!same_arity(replacement.definition, target->parameters.size(), constant.arity)) return;
    constant.binding = target;
    replaced_constants_.emplace_back(&constant, &replacement);
    levels_changed_ = levels_changed_ || target->level != Level::constant;  // TLCGet is not constant
  }

  void replace_in_module(const Replacement& replacement) {
    const Operator* target = find_target(replacement);
    if (target == nullptr) return;
    if (replace_imported(replacement, *target)) return;
    for (Operator* op : operators_of_module(*replacement.module, replacement.name)) {
      const bool enough = target->parameters.size() == op->parameters.size() ||
                          (is_of_instance(*op) && target->parameters.size() < op->parameters.size());
      if (enough) {
        forward(*op, *target, replacement);
      } else {
        (void)same_arity(replacement.definition, target->parameters.size(), op->parameters.size());
        return;
      }
    }
  }

  /// A name that the module only imports (`Nat <- [M]MyNat` where M extends Naturals) is replaced where the
  /// module's own definitions use it. Whether there was such a use.
  bool replace_imported(const Replacement& replacement, const Operator& target) {
    bool found = false;
    std::set<const Operator*> defined_there;
    for (const Operator* op : spec_.operators) {
      if (op->origin_module != replacement.module->text || op->body == nullptr) continue;
      if (op->origin_name == replacement.name.text) return false;
      defined_there.insert(op);
    }
    for (Expr& expr : spec_.expr_storage) {
      if (expr.kind != Kind::apply || expr.op == nullptr || expr.op->origin_name != replacement.name.text ||
          !stands_in(expr.span, defined_there))
        continue;
      if (expr.op->parameters.size() != target.parameters.size()) continue;
      expr.op = &target;
      found = true;
    }
    levels_changed_ = levels_changed_ || found;
    return found;
  }

  void forward(Operator& op, const Operator& target, const Replacement& replacement) {
    if (target.level > op.level) {
      op.level = target.level;
      levels_changed_ = true;
    }
    set_body(op, make_forwarding_call(spec_, op, target, replacement.definition.span));
    replaced_.emplace_back(&op, &replacement);
  }

  /// The definition, or the constant's value, on the right of `<-`. Never one that is itself replaced.
  const Operator* find_target(const Replacement& replacement) {
    const ConfigName& name = replacement.definition;
    for (const Replacement& other : binding_.config.replacements) {
      if (other.module || replacement.module || other.name.text != name.text) continue;
      error(Code::config_conflict, name.span,
            fmt::format("{} cannot stand on the right of '<-', because it is replaced itself", name.text));
      return nullptr;
    }
    if (const Operator* op = visible_operator(name.text)) return op;
    if (const auto constant = constants_.find(name.text); constant != constants_.end()) {
      if (constant->second->binding != nullptr) return constant->second->binding;
    }
    error(Code::config_unknown_name, name.span,
          fmt::format("there is no definition {} in module {}{}", name.text, spec_.root,
                      suggestion(name.text, all_names())),
          "a definition; '=' gives a value");
    return nullptr;
  }

  static bool stands_in(const Span& span, const std::set<const Operator*>& definitions) {
    return std::any_of(definitions.begin(), definitions.end(), [&](const Operator* op) {
      return span.source == op->span.source && op->span.begin <= span.begin && span.end <= op->span.end;
    });
  }

  // -- both
  void set_body(Operator& op, const Expr* body) {
    op.body = body;
    op.native.reset();
    op.recursive = false;
    op.is_function = false;
  }

  /// What a replacement made recursive is marked so, or refused when nothing could end the recursion. (A
  /// definition without parameters asks for its own value then.)
  void settle_recursion() {
    for (const auto& [constant, replacement] : replaced_constants_) {
      const Constant* const own = constant;
      const std::vector<Use> uses = find_uses(*own->binding, [own](const Expr& expr) {
        return expr.kind == Kind::constant && expr.constant == own;
      });
      if (own->arity == 0) {
        uses.empty() ? require_constant(*own, *replacement) : refuse_circle(*replacement, uses);
      } else if (!uses.empty()) {
        spec_.operators.at(own->binding->id)->recursive = true;
      }
    }
    std::set<const Replacement*> refused;
    for (const auto& [op, replacement] : replaced_) {
      std::vector<Use> uses = find_recursion(*op);
      if (uses.empty()) continue;
      op->recursive = true;
      if (!op->parameters.empty() || !refused.insert(replacement).second) continue;
      uses.erase(uses.begin());  // the replacement itself
      refuse_circle(*replacement, uses);
    }
  }

  void refuse_circle(const Replacement& replacement, const std::vector<Use>& uses) {
    refuse(Code::config_conflict, replacement,
           fmt::format("{} <- {} goes round in a circle: {}", replacement.name.text,
                       replacement.definition.text, describe(uses)),
           uses);
  }

  /// A constant operator may look at the state, since its value is asked for anew with every call: specs use
  /// this to hand it a model's state. The value of a constant must be one.
  void require_constant(const Constant& constant, const Replacement& replacement) {
    const std::vector<Use> uses =
        find_uses(*constant.binding, [](const Expr& expr) { return expr.kind == Kind::variable; });
    if (uses.empty()) return;
    refuse(Code::config_wrong_level, replacement,
           fmt::format("{} cannot be the value of the constant {}, because it depends on a variable: {}",
                       replacement.definition.text, constant.name, describe(uses)),
           uses);
  }

  void refuse(Code code, const Replacement& replacement, std::string message, const std::vector<Use>& uses) {
    syntax::Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.span = replacement.definition.span;
    diagnostic.message = std::move(message);
    for (const Use& use : uses) {
      if (use.where->span.known()) diagnostic.notes.push_back({use.where->span, describe({use}) + " here"});
    }
    binding_.diagnostics.add(std::move(diagnostic));
  }

  bool same_arity(const ConfigName& name, std::size_t wanted, std::size_t given) {
    if (wanted == given) return true;
    error(Code::config_wrong_arity, name.span,
          fmt::format("{} has {}, where {} should stand", name.text, count_arguments(wanted),
                      count_arguments(given)));
    return false;
  }

  Operator* visible_operator(const std::string& name) {
    const auto found = spec_.root_operators.find(name);
    return found == spec_.root_operators.end() ? nullptr : found->second;
  }

  /// A definition and, for one of a standard module, every other copy of it: these modules have no
  /// parameters, so that all who use them see the same definition.
  std::vector<Operator*> copies_of(Operator& op) {
    std::vector<Operator*> copies = {&op};
    if (!op.native) return copies;
    for (Operator* other : spec_.operators) {
      if (other != &op && other->native && other->origin_module == op.origin_module &&
          other->origin_name == op.origin_name) {
        copies.push_back(other);
      }
    }
    return copies;
  }

  std::vector<Operator*> operators_of_module(const ConfigName& module, const ConfigName& name) {
    std::vector<Operator*> found;
    if (std::find(spec_.modules.begin(), spec_.modules.end(), module.text) == spec_.modules.end()) {
      error(Code::config_unknown_name, module.span,
            fmt::format("module {} is not part of this specification{}", module.text,
                        suggestion(module.text, spec_.modules)));
      return found;
    }
    for (Operator* op : spec_.operators) {
      if (!op->in_let && op->origin_module == module.text && op->origin_name == name.text)
        found.push_back(op);
    }
    if (found.empty()) {
      error(Code::config_unknown_name, name.span,
            fmt::format("there is no definition {} in module {}", name.text, module.text));
    }
    return found;
  }

  std::vector<std::string> all_names() {
    std::vector<std::string> names;
    for (const auto& [name, op] : spec_.root_operators) names.push_back(name);
    for (const auto& [name, constant] : constants_) names.push_back(name);
    return names;
  }

  void report_missing() {
    for (const Constant* constant : spec_.constants) {
      if (constant->binding != nullptr || mentioned(constant->name)) continue;
      error(Code::config_missing_constant, constant->span,
            fmt::format("the constant {} is not given a value by the configuration", constant->name),
            constant->arity == 0 ? fmt::format("CONSTANT {} = value", constant->name)
                                 : fmt::format("CONSTANT {} <- definition", constant->name));
    }
  }
  /// Whether the configuration tried to give a value: then what was wrong with it has been said.
  bool mentioned(const std::string& name) {
    const auto is_it = [&](const auto& item) { return item.name.text == name; };
    const Config& config = binding_.config;
    return std::any_of(config.assignments.begin(), config.assignments.end(), is_it) ||
           std::any_of(config.replacements.begin(), config.replacements.end(), is_it);
  }

  /// An application of an operator constant becomes a call of its value: engines then see through it as
  /// through any definition.
  void link_operator_constants() {
    for (Expr& expr : spec_.expr_storage) {
      if (expr.kind != Kind::constant || expr.constant->arity == 0) continue;
      expr.kind = Kind::apply;
      expr.op = expr.constant->binding;
    }
  }

  void warn_of_unused() {
    std::set<const Constant*> used;
    for (const Expr& expr : spec_.expr_storage) {
      if (expr.kind == Kind::constant) used.insert(expr.constant);
    }
    for (const Constant* constant : spec_.constants) {
      if (used.contains(constant)) continue;
      binding_.diagnostics.warning(Code::constant_unused, constant->span,
                                   fmt::format("the constant {} is never used", constant->name));
    }
  }

  /// `\A Q \in Quorums : ...` is TRUE, whatever it says, if there are no quorums.
  void warn_of_empty_sets() {
    std::set<const Constant*> ranged_over;
    for (const Expr& expr : spec_.expr_storage) {
      if (expr.kind != Kind::forall) continue;
      for (const semantics::Bound& bound : expr.bounds) {
        if (bound.set != nullptr && bound.set->kind == Kind::constant)
          ranged_over.insert(bound.set->constant);
      }
    }
    for (const Assignment& line : binding_.config.assignments) {
      if (line.value.kind != ConfigValue::Kind::set || !line.value.elements.empty() || line.module) continue;
      const auto found = constants_.find(line.name.text);
      if (found == constants_.end() || !ranged_over.contains(found->second)) continue;
      binding_.diagnostics.warning(
          Code::trivially_true, line.name.span,
          fmt::format(
              "the constant {} is the empty set: what the specification says of all its elements holds "
              "without being checked",
              line.name.text));
    }
  }

  const Binding& binding_;
  Spec& spec_;
  std::map<std::string, Constant*> constants_;
  std::vector<std::pair<Constant*, const Replacement*>> replaced_constants_;
  std::vector<std::pair<Operator*, const Replacement*>> replaced_;  ///< definitions, all copies
  bool levels_changed_ = false;
};

}  // namespace

void bind_constants(const Binding& binding) { Constants(binding).run(); }

}  // namespace synod::model

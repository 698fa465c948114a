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
    for (Operator* op : replaced_) op->recursive = op->recursive || reaches_itself(*op);
    warn_of_unused();
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
      if (!same_arity(name, constant->second->arity, lines.arity())) return;
      constant->second->binding = make_operator(lines, constant->second->name);
      return;
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

  void assign_in_module(const Lines& lines) {
    for (Operator* op : operators_of_module(*lines.all.front()->module, lines.name())) give_value(*op, lines);
  }

  void give_value(Operator& op, const Lines& lines) {
    if (op.parameters.size() < lines.arity() ||
        (lines.arity() == 0 && !op.parameters.empty() && !is_of_instance(op))) {
      error(Code::config_wrong_arity, lines.name().span,
            fmt::format("{} has {}, not {}", op.name, count_arguments(op.parameters.size()),
                        count_arguments(lines.arity())));
      return;
    }
    const auto first = op.parameters.end() - static_cast<std::ptrdiff_t>(lines.arity());
    set_body(op, make_body(spec_, lines.all, {first, op.parameters.end()}));
  }
  static bool is_of_instance(const Operator& op) { return op.name != op.origin_name; }

  Operator* make_operator(const Lines& lines, const std::string& name) {
    Operator& op = spec_.operator_storage.emplace_back();
    op.name = op.origin_name = name;
    op.origin_module = spec_.root;
    op.id = static_cast<std::uint32_t>(spec_.operators.size());
    op.span = lines.name().span;
    op.parameters = make_parameters(spec_, lines.arity(), op.span);
    op.body = make_body(spec_, lines.all, op.parameters);
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
    // As in TLC, the value may depend on variables: specs use this to give a constant operator a model's
    // state.
    constant.binding = target;
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
    replaced_.push_back(&op);
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

  const Binding& binding_;
  Spec& spec_;
  std::map<std::string, Constant*> constants_;
  std::vector<Operator*> replaced_;
  bool levels_changed_ = false;
};

}  // namespace

void bind_constants(const Binding& binding) { Constants(binding).run(); }

}  // namespace synod::model

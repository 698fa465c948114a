// Resolves the text of one module: binds its names and turns its expressions into the core.
//
// The work is spread over files by subject: units.cpp (declarations and definitions), imports.cpp (EXTENDS,
// INSTANCE), scope.cpp (what a name stands for), names.cpp (uses of names, with their arguments),
// selectors.cpp (Def!1!lab), expressions.cpp and binders.cpp (everything else).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "semantics/context.hpp"
#include "semantics/entity.hpp"
#include "semantics/native.hpp"
#include "syntax/tree.hpp"

namespace synod::semantics {

class Resolver {
 public:
  Resolver(Context& context, ResolvedModule& module) : context_(context), module_(module) {}

  /// Fills the module. Errors are reported and leave usable, if meaningless, entries behind.
  void run();

 private:
  using Arguments = std::vector<const syntax::Expression*>;

  /// A name that is visible inside a definition only: a parameter, a bound variable, a definition of a LET.
  struct Local {
    std::string name;
    Entity entity;
    bool bound = false;  ///< by a quantifier or the like: labels must name it
  };

  /// One instance on the way to a name, with the part of the name that holds its arguments (null: none are
  /// written).
  struct Stage {
    Instance* instance = nullptr;
    const syntax::NamePart* part = nullptr;
  };

  /// Where a name with `!` leads.
  struct Reference {
    Entity entity;
    std::vector<Stage> stages;  ///< innermost first
    std::size_t next = 0;       ///< the first part that is a selector; all parts when there is none
  };

  /// The part of a definition that a selector chose.
  struct Selection {
    const Expr* expr = nullptr;
    std::vector<const Symbol*> crossed;            ///< bound variables around it, to be given as arguments
    std::vector<const Expr*> arguments;            ///< for those that were given
    std::vector<const Operator*> let_definitions;  ///< of the LETs around it
    bool failed = false;
  };

  // -- units.cpp
  void unit(const syntax::Unit& unit);
  void visit_unit(const syntax::Variables& variables, Span span);
  void visit_unit(const syntax::Constants& constants, Span span);
  void visit_unit(const syntax::Recursive& recursive, Span span);
  void visit_unit(const syntax::OperatorDefinition& definition, Span span);
  void visit_unit(const syntax::FunctionDefinition& definition, Span span);
  void visit_unit(const syntax::Assumption& assumption, Span span);
  void visit_unit(const syntax::Theorem& theorem, Span span);
  Operator* start_definition(const syntax::Identifier& name, std::size_t arity, bool local, Span span);
  void finish_definition(Operator& op, const Expr* body);
  void define_named_statement(const syntax::Identifier& name, const syntax::Statement& statement,
                              const Expr* body, Span span);
  const Expr* statement(const syntax::Statement& statement);
  const Expr* assume_prove(const syntax::AssumeProve& sequent);
  void assume_item(const syntax::AssumeProve::Item& item, std::vector<const Expr*>& assumptions);
  void bind_parameters(const std::vector<syntax::Parameter>& parameters, std::vector<const Symbol*>& symbols);
  void check_recursive_defined(std::size_t first);

  // -- imports.cpp
  void extend(const syntax::Identifier& name);
  void import_extended(const ResolvedModule& module, const syntax::Identifier& place);
  Instance* merge_declarations(const ResolvedModule& module, Span span);
  void import_extended_name(const std::string& name, const Entity& entity, Instance* merge, Span span);
  void visit_unit(const syntax::InstanceDefinition& definition, Span span);
  void import_instance(Instance& instance, bool local, Span span);
  void fill_substitution(Instance& instance, const syntax::Instance& text, Span span);
  void substitute(Instance& instance, const syntax::Substitution& substitution);
  void substitute_by_name(Instance& instance, const std::string& name, unsigned arity, const void* declared,
                          const char* keyword, Span span);
  void check_substitution_level(const Instance& instance, const void* declared, const std::string& name);
  ResolvedModule* find_module(const syntax::Identifier& name);

  // -- scope.cpp
  [[nodiscard]] const Entity* find(const std::string& name) const;
  bool declare(const syntax::Identifier& name, Entity entity, Span span);
  bool check_new(const syntax::Identifier& name);
  void add(const std::string& name, Entity entity, bool bound);
  const Symbol* bind(const syntax::Identifier& name, unsigned arity, bool bound);
  void report_undefined(const syntax::Identifier& name);
  [[nodiscard]] std::vector<std::string> visible_names() const;
  [[nodiscard]] std::optional<Span> defined_later(const std::string& name) const;

  // -- names.cpp
  const Expr* name(const syntax::Name& name, Span span);
  std::optional<Reference> find_reference(const syntax::Name& name);
  const Expr* apply(const syntax::Identifier& op, const Arguments& arguments, Span span);
  const Expr* apply_language(const LanguageOperator& op, const Arguments& arguments,
                             const syntax::Identifier& name, Span span);
  const Expr* language_node(const LanguageOperator& op, std::vector<const Expr*> operands, Span span);
  const Expr* apply_reference(const Reference& reference, const std::string& written,
                              const Arguments& arguments, Span span);
  const Expr* apply_first_order(const Entity& entity, unsigned arity, const std::string& written,
                                const Arguments& arguments, Span span);
  const Expr* apply_operator(const Operator& op, const std::vector<Stage>& stages, const std::string& written,
                             std::vector<const Expr*> own_arguments, Span span);
  bool check_count(const std::string& written, std::size_t wanted, std::size_t given, Span span);
  std::vector<const Expr*> arguments_for(const std::vector<const Symbol*>& parameters,
                                         const Arguments& arguments);
  const Expr* operator_argument(const syntax::Expression& argument, unsigned arity);
  const Expr* named_operator_argument(const syntax::Name& name, unsigned arity, Span span);
  const Expr* eta_expand(const Reference& reference, const std::string& written, unsigned arity, Span span);
  const Expr* lambda_argument(const syntax::Lambda& lambda, unsigned arity, Span span);

  // -- selectors.cpp
  const Expr* selection(const syntax::Name& name, const Reference& reference, unsigned arity, Span span);
  Selection select(const syntax::Name& name, std::size_t next, const syntax::Expression& body);
  const syntax::Expression* select_part(const syntax::NamePart& part, const syntax::Expression& from,
                                        Selection& selection);
  const syntax::Expression* select_arm(const syntax::NamePart& arm, const syntax::NamePart* side,
                                       const syntax::Case& from, Selection& selection);
  const syntax::Expression* select_label(const syntax::NamePart& part, const syntax::Expression& from,
                                         Selection& selection);
  const syntax::Expression* select_body(const syntax::NamePart& part, const syntax::Expression& binder,
                                        const syntax::Expression& body, Selection& selection);
  const syntax::Expression* select_definition(const syntax::NamePart& part, const syntax::Let& let,
                                              Selection& selection);
  const Expr* core_of(const syntax::Expression& tree);

  // -- expressions.cpp
  const Expr* expression(const syntax::Expression& tree);
  const Expr* expression(const syntax::ExpressionPtr& tree) { return expression(*tree); }
  const Expr* visit(const syntax::Name& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::NumberLiteral& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::StringLiteral& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::At& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Prefix& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Infix& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Postfix& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Product& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Junction& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Parenthesised& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Apply& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::FieldAccess& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::TupleLiteral& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::SetLiteral& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::FunctionSet& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::RecordLiteral& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::RecordSet& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Except& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::SquareAction& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::AngleAction& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Fairness& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::If& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Case& node, const syntax::Expression& tree);
  Expr* node(Kind kind, Span span, std::initializer_list<const syntax::Expression*> operands);
  const Expr* junction_chain(bool conjunction, const syntax::Expression& tree);
  const Expr* string(const std::string& text, Span span);
  const Expr* tuple_or_single(const std::vector<syntax::ExpressionPtr>& items, Span span);
  const Expr* fields(Kind kind, const std::vector<syntax::Field>& fields, Span span);
  const Expr* bad(Span span) { return context_.new_boolean(false, span); }

  // -- binders.cpp
  const Expr* visit(const syntax::SetFilter& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::SetMap& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::FunctionLiteral& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Quantifier& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::TemporalQuantifier& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Choose& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Let& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Lambda& node, const syntax::Expression& tree);
  const Expr* visit(const syntax::Label& node, const syntax::Expression& tree);
  std::vector<Bound> resolve_sets(const std::vector<const syntax::Bound*>& bounds);
  void bind_bounds(const std::vector<const syntax::Bound*>& texts, std::vector<Bound>& bounds);
  Expr* binder(Kind kind, const std::vector<const syntax::Bound*>& bounds, const syntax::Expression& body,
               Span span);

  Context& context_;
  ResolvedModule& module_;
  std::vector<Local> locals_;
  std::vector<const Operator*>* let_definitions_ = nullptr;  ///< of the innermost LET being resolved
  std::vector<Operator*> recursive_;                         ///< declared RECURSIVE and not defined yet
  std::vector<const Symbol*> at_;                            ///< what @ stands for, innermost last
  std::unordered_set<const Symbol*> used_symbols_;
  std::set<std::string, std::less<>> reported_;  ///< undefined names that were reported
  std::string defining_;                         ///< the operator whose body is being resolved
  std::size_t label_scope_ = 0;                  ///< the first local that a label must name if bound
  unsigned depth_ = 0;
};

}  // namespace synod::semantics

// Modules and their units.
#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

template <typename Node>
Unit unit_from(const Cursor& cursor, Position begin, Node&& node) {
  return {cursor.span_from(begin), std::forward<Node>(node)};
}

std::vector<Identifier> module_names(Cursor& cursor) {
  std::vector<Identifier> names;
  do {
    names.push_back(cursor.expect_name_or_word("the name of a module"));
  } while (cursor.accept(TokenKind::comma));
  return names;
}

/// `name ==` after ASSUME or THEOREM.
std::optional<Identifier> statement_name(Cursor& cursor) {
  if (!cursor.at(TokenKind::identifier) || cursor.raw(1).kind != TokenKind::defined_as) return std::nullopt;
  Identifier name = cursor.expect_identifier();
  cursor.take();
  return name;
}

Assumption assumption(Cursor& cursor) {
  Assumption result;
  result.keyword = cursor.text(cursor.take());
  result.name = statement_name(cursor);
  result.statement = expression(cursor);
  return result;
}

Theorem theorem(Cursor& cursor) {
  Theorem result;
  result.keyword = cursor.text(cursor.take());
  result.name = statement_name(cursor);
  result.statement = statement(cursor);
  if (at_proof(cursor)) {
    const Token& first = cursor.raw();
    skip_proof(cursor);
    result.proof = cursor.text_from(first);
  }
  return result;
}

/// The facts of a USE or HIDE may name steps nowhere, since there is no proof around it.
UseHide use_or_hide(Cursor& cursor) {
  const Token& first = cursor.take();
  if (cursor.at(TokenKind::word_only)) cursor.fail_expected("a fact, `MODULE` or `DEF`");
  skip_facts(cursor);
  return {cursor.text_from(first)};
}

InstanceDefinition unnamed_instance(Cursor& cursor) {
  InstanceDefinition result;
  result.local = cursor.accept(TokenKind::word_local);
  result.instance = instance(cursor);
  return result;
}

Unit unit(Cursor& cursor) {
  const Position begin = cursor.begin();
  const auto finished = [&](auto&& node) {
    return unit_from(cursor, begin, std::forward<decltype(node)>(node));
  };
  switch (cursor.kind()) {
    case TokenKind::separator:
      cursor.take();
      return finished(Separator{});
    case TokenKind::word_variable:
      cursor.take();
      return finished(Variables{identifiers(cursor)});
    case TokenKind::word_constant:
      cursor.take();
      return finished(Constants{parameter_declarations(cursor)});
    case TokenKind::word_recursive:
      return finished(recursive(cursor));
    case TokenKind::word_assume:
    case TokenKind::word_assumption:
      return finished(assumption(cursor));
    case TokenKind::word_theorem:
      return finished(theorem(cursor));
    case TokenKind::word_use:
    case TokenKind::word_hide:
      return finished(use_or_hide(cursor));
    case TokenKind::word_instance:
      return finished(unnamed_instance(cursor));
    case TokenKind::module_start:
      return finished(module(cursor));
    case TokenKind::word_local:
      if (cursor.raw(1).kind == TokenKind::word_instance) return finished(unnamed_instance(cursor));
      return definition(cursor);
    case TokenKind::identifier:
    case TokenKind::operator_symbol:
      return definition(cursor);
    case TokenKind::word_extends:
      cursor.fail_expected("a definition or declaration; `EXTENDS` stands once, at the top of the module");
    default:
      cursor.fail_expected("a definition, a declaration, another unit of the module or `====`");
  }
}

/// A unit that began but was not finished leaves its error behind; reading goes on where the next
/// one may begin.
void units(Cursor& cursor, Module& module) {
  while (!cursor.at(TokenKind::module_end) && !cursor.at(TokenKind::end_of_file) && !cursor.given_up()) {
    const Token& first = cursor.raw();
    const std::size_t index = cursor.index();
    cursor.height = 0;
    try {
      module.units.push_back(unit(cursor));
    } catch (const SyntaxError&) {
      if (cursor.index() == index) cursor.take();
      cursor.synchronise(first.column);
    }
  }
}

/// Reads one part of the header; a mistake in it does not hide what follows.
template <typename Part>
void header_part(Cursor& cursor, std::uint32_t column, Part&& part) {
  try {
    part();
  } catch (const SyntaxError&) {
    cursor.synchronise(column);
  }
}

void header(Cursor& cursor, Module& module) {
  const std::uint32_t column = cursor.raw().column;
  header_part(cursor, column, [&] {
    cursor.expect(TokenKind::module_start);
    module.name = cursor.expect_name_or_word("the name of the module");
    cursor.expect(TokenKind::separator);
  });
  header_part(cursor, column, [&] {
    if (cursor.accept(TokenKind::word_extends)) module.extends = module_names(cursor);
  });
}

}  // namespace

std::unique_ptr<Module> module(Cursor& cursor) {
  const Cursor::Nesting nesting(cursor);
  const Token& first = cursor.raw();
  auto result = std::make_unique<Module>();
  header(cursor, *result);
  units(cursor, *result);
  if (cursor.at(TokenKind::end_of_file) && !cursor.given_up()) {
    cursor.fail(Code::unclosed, cursor.span(first), "the module that begins here never ends", "`====`");
  }
  cursor.accept(TokenKind::module_end);
  result->span = cursor.span_from(first.begin());
  return result;
}

}  // namespace synod::syntax

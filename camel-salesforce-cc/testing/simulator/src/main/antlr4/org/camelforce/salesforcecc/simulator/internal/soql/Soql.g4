// The part of SOQL that the simulator runs (SOQL and SOSL Reference, "SOQL SELECT Syntax").
// What it only recognises, in order to say so, is in the rules whose names begin with "unsupported".
grammar Soql;

options {
    caseInsensitive = true;
}

query
    : SELECT selectItem (COMMA selectItem)* FROM from=name (AS? alias=IDENTIFIER)?
      (WHERE where=condition)?
      (ORDER BY orderItem (COMMA orderItem)*)?
      (LIMIT limit=NUMBER)?
      (OFFSET offset=NUMBER)?
      unsupportedClause?
      EOF
    ;

selectItem
    : fieldPath
    | functionCall
    | unsupportedSubquery
    | unsupportedTypeof
    ;

fieldPath
    : name (DOT name)*
    ;

functionCall
    : function=IDENTIFIER LPAREN (fieldPath | ALL)? RPAREN alias=IDENTIFIER?
    ;

condition
    : term ((AND term)+ | (OR term)+)?
    ;

term
    : NOT term                                                              # negation
    | LPAREN condition RPAREN                                               # group
    | fieldPath operator value                                              # comparison
    | fieldPath NOT? IN LPAREN value (COMMA value)* RPAREN                  # membership
    | fieldPath NOT? IN unsupportedSubquery                                     # semiJoin
    | fieldPath (INCLUDES | EXCLUDES) LPAREN value (COMMA value)* RPAREN    # multiselect
    | functionCall operator value                                           # functionComparison
    ;

operator
    : EQ | NE | LT | LE | GT | GE | LIKE
    ;

value
    : STRING
    | NUMBER
    | DATE
    | DATETIME
    | TRUE
    | FALSE
    | NULL
    | dateLiteral
    ;

dateLiteral
    : IDENTIFIER (COLON NUMBER)?
    ;

orderItem
    : (fieldPath | functionCall) (ASC | DESC)? (NULLS (FIRST | LAST))?
    ;

name
    : IDENTIFIER
    | ALL
    | FIRST
    | LAST
    | ORDER
    | GROUP
    | END
    | UPDATE
    | OFFSET
    ;

unsupportedSubquery
    : LPAREN SELECT nested* RPAREN
    ;

unsupportedTypeof
    : TYPEOF nested*? END
    ;

unsupportedClause
    : (GROUP | HAVING | WITH | USING | FOR | UPDATE | ALL) nested*
    ;

nested
    : LPAREN nested* RPAREN
    | ~(LPAREN | RPAREN)
    ;

ALL: 'all';
AND: 'and';
AS: 'as';
ASC: 'asc';
BY: 'by';
DESC: 'desc';
END: 'end';
EXCLUDES: 'excludes';
FALSE: 'false';
FIRST: 'first';
FOR: 'for';
FROM: 'from';
GROUP: 'group';
HAVING: 'having';
IN: 'in';
INCLUDES: 'includes';
LAST: 'last';
LIKE: 'like';
LIMIT: 'limit';
NOT: 'not';
NULL: 'null';
NULLS: 'nulls';
OFFSET: 'offset';
OR: 'or';
ORDER: 'order';
SELECT: 'select';
TRUE: 'true';
TYPEOF: 'typeof';
UPDATE: 'update';
USING: 'using';
WHERE: 'where';
WITH: 'with';

EQ: '=';
NE: '!=' | '<>';
LE: '<=';
LT: '<';
GE: '>=';
GT: '>';
COMMA: ',';
DOT: '.';
COLON: ':';
LPAREN: '(';
RPAREN: ')';

STRING: '\'' ('\\' . | ~['\\])* '\'';
DATETIME: YEAR_DAY 'T' TIME ('Z' | [+-] DIGIT DIGIT ':'? DIGIT DIGIT);
DATE: YEAR_DAY;
NUMBER: [+-]? (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ('E' [+-]? DIGIT+)?;
IDENTIFIER: [A-Z] [A-Z0-9_]*;
SPACE: [ \t\r\n]+ -> skip;
UNKNOWN: .;

fragment YEAR_DAY: DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;
fragment TIME: DIGIT DIGIT ':' DIGIT DIGIT ':' DIGIT DIGIT ('.' DIGIT+)?;
fragment DIGIT: [0-9];

// SOQL (SOQL and SOSL Reference, "SOQL SELECT Syntax"), and what follows the text to find in SOSL ("SOSL Syntax").
// What it only recognises, in order to say so, is in the rules whose names begin with "unsupported".
grammar Soql;

options {
    caseInsensitive = true;
}

query
    : select EOF
    ;

select
    : SELECT selectItem (COMMA selectItem)* FROM from=fieldPath (AS? alias=IDENTIFIER)? aliasedParent*
      (USING scopeKeyword=IDENTIFIER scope=name)?
      (WHERE where=condition)?
      unsupportedWith?
      (GROUP BY groupItem (COMMA groupItem)* (HAVING having=condition)?)?
      (ORDER BY orderItem (COMMA orderItem)*)?
      (LIMIT limit=NUMBER)?
      (OFFSET offset=NUMBER)?
      (FOR purpose=nameList)?
      (UPDATE tracking=nameList)?
      (ALL rows=IDENTIFIER)?
    ;

aliasedParent
    : COMMA fieldPath AS? IDENTIFIER
    ;

selectItem
    : expression (AS? alias=name)?
    | LPAREN select RPAREN
    | typeof
    ;

typeof
    : TYPEOF relationship=fieldPath typeofBranch+ (ELSE otherwise=pathList)? END
    ;

typeofBranch
    : WHEN object=name THEN pathList
    ;

pathList
    : fieldPath (COMMA fieldPath)*
    ;

nameList
    : name (COMMA name)*
    ;

expression
    : functionCall
    | fieldPath
    ;

fieldPath
    : name (DOT name)*
    ;

functionCall
    : function=IDENTIFIER LPAREN (argument (COMMA argument)*)? RPAREN
    ;

argument
    : expression
    | STRING
    | NUMBER
    ;

groupItem
    : expression
    ;

condition
    : term ((AND term)+ | (OR term)+)?
    ;

term
    : NOT term                                                              # negation
    | LPAREN condition RPAREN                                               # group
    | expression operator value                                             # comparison
    | expression NOT? IN LPAREN value (COMMA value)* RPAREN                 # membership
    | expression NOT? IN LPAREN select RPAREN                               # semiJoin
    | expression (INCLUDES | EXCLUDES) LPAREN value (COMMA value)* RPAREN   # multiselect
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
    : expression (ASC | DESC)? (NULLS (FIRST | LAST))?
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
    | RETURNING
    | THEN
    | WHEN
    ;

unsupportedWith
    : WITH nested+
    ;

nested
    : LPAREN nested* RPAREN
    | ~(LPAREN | RPAREN)
    ;

search
    : (IN group=name fieldsKeyword=IDENTIFIER)?
      (RETURNING searchTarget (COMMA searchTarget)*)?
      (LIMIT limit=NUMBER)?
      unsupportedWith?
      (UPDATE tracking=nameList)?
      EOF
    ;

searchTarget
    : object=name (LPAREN expression (COMMA expression)*
      (WHERE where=condition)?
      (ORDER BY orderItem (COMMA orderItem)*)?
      (LIMIT limit=NUMBER)?
      (OFFSET offset=NUMBER)?
      RPAREN)?
    ;

ALL: 'all';
AND: 'and';
AS: 'as';
ASC: 'asc';
BY: 'by';
DESC: 'desc';
ELSE: 'else';
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
RETURNING: 'returning';
SELECT: 'select';
THEN: 'then';
TRUE: 'true';
TYPEOF: 'typeof';
UPDATE: 'update';
USING: 'using';
WHEN: 'when';
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

{#-
    Whether an e-mail is that of a test account: the local part says so, or the domain is reserved for tests. A row
    of such an account is nobody's. example.com is not in the list: documentation, and the sample company, live there.
    Looks at the text as delivered, in lower case: every row asks, and clean_email costs twenty times as much.
-#}
{% macro is_test_email(expression) -%}
    coalesce({{ firstparty.matches_pattern(
        'lower(' ~ firstparty.clean_text(expression) ~ ')',
        '^(test|tester|testing|qa|qa-test|asdf|foo)([.+_-].*|[0-9]*)@|@(test|mailinator)[.]|@.*[.]test$'
    ) }}, false)
{%- endmacro %}

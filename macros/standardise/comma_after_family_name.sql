{#-
    A clean name of two Han or Hangul words as `Family, Given`; every other name as it is. Such names are written family first,
    but exports that join a first and a last name column write them the other way round. That is seen by the last word: a
    common Chinese family name of one letter, or one Hangul syllable behind two or more.
-#}
{% macro comma_after_family_name(clean_name) -%}
    {%- set common = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾萧董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾韦邹孟熊秦邱尹薛闫段侯陶黎贺顾毛郝龚邵钱严戴莫孔汤張劉陳楊黃趙吳孫馬羅鄭謝許鄧韓馮蕭蔣葉蘇呂盧鍾譚陸賈韋鄒閻顧龔錢嚴湯' -%}
    {{ firstparty.replace_pattern(
        firstparty.replace_pattern(
            clean_name,
            '^(?:([^\\s,' ~ common ~ ']|[\\x{3400}-\\x{9FFF}]{2,})\\s([' ~ common ~ '])|([\\x{AC00}-\\x{D7AF}]{2,})\\s([\\x{AC00}-\\x{D7AF}]))$',
            '\\2\\4, \\1\\3'
        ),
        '^([\\x{3400}-\\x{9FFF}\\x{AC00}-\\x{D7AF}][^\\s,]*)\\s([^\\s,]+)$',
        '\\1, \\2'
    ) }}
{%- endmacro %}

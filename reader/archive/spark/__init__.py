"""The joins of an archive as jobs of Spark, for more articles than one machine can hold.

- spark_session: the session, and messages where it cannot be opened
- spark_rows: rows as dictionaries, in and out of Spark
- spark_inputs, spark_articles: from inputs to their articles, each once
- shared_keys, spark_components: pairs that share keys, and connected ones
- spark_quotes, spark_copies, spark_events: the joins
- spark_run: all of it

What is worked out of one article, of two utterances or of one group is worked out by the functions
that the archive uses itself; Spark moves rows between them. PySpark belongs to the extra `spark`
and is imported inside of functions alone.
"""

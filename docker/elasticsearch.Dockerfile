# The official server with the four analysis plugins; the mappings need nothing else.
FROM docker.elastic.co/elasticsearch/elasticsearch:9.2.4
RUN bin/elasticsearch-plugin install --batch analysis-icu analysis-smartcn analysis-kuromoji analysis-nori

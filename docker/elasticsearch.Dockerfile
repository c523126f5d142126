# The plugin with the tables of forms, compiled for the server's version.
FROM maven:3.9-eclipse-temurin-21 AS forms
COPY stack/pom.xml /stack/pom.xml
COPY stack/src /stack/src
RUN mvn -B -q -f /stack/pom.xml -Dassembly.directory=/assembly package \
    && mv /assembly/elasticsearch-*/plugins/dateline-forms /dateline-forms

# The official server with the four analysis plugins and ours; the mappings need nothing else.
FROM docker.elastic.co/elasticsearch/elasticsearch:9.2.4
RUN bin/elasticsearch-plugin install --batch analysis-icu analysis-smartcn analysis-kuromoji analysis-nori
# A volume that is mounted here takes over the owner; made by the engine, it would be root's.
RUN mkdir -p snapshots && chown elasticsearch:root snapshots
COPY --from=forms --chown=elasticsearch:root /dateline-forms plugins/dateline-forms

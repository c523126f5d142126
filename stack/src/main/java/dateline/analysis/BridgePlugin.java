package dateline.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elasticsearch.common.settings.Setting;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.IndexService;
import org.elasticsearch.index.IndexSettingProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Registers Lucene's analyzers under the names and parameters that Elasticsearch's analysis-common module and its
 * analysis-icu, -smartcn, -kuromoji and -nori plugins give them. The stripped server carries the classes but not
 * their registration. Only what the mappings use is here.
 *
 * <p>For tests, `dateline.lease_sync_interval` also shortens how often new indices report that a deletion is needed no
 * longer. A purge waits for that, up to thirty seconds each time.
 */
public final class BridgePlugin extends Plugin implements AnalysisPlugin {
  private static final Setting<TimeValue> LEASE_SYNC_INTERVAL =
      Setting.timeSetting("dateline.lease_sync_interval", TimeValue.ZERO, Setting.Property.NodeScope);

  @Override
  public List<Setting<?>> getSettings() {
    return List.of(LEASE_SYNC_INTERVAL, IndexService.RETENTION_LEASE_SYNC_INTERVAL_SETTING);
  }

  @Override
  public Collection<IndexSettingProvider> getAdditionalIndexSettingProviders(IndexSettingProvider.Parameters node) {
    TimeValue interval = LEASE_SYNC_INTERVAL.get(node.clusterService().getSettings());
    if (interval.equals(TimeValue.ZERO)) return List.of();
    String key = IndexService.RETENTION_LEASE_SYNC_INTERVAL_SETTING.getKey();
    return List.of(
        (index, stream, mode, project, instant, given, mappings, version, settings) ->
            settings.put(key, interval));
  }

  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    Map<String, AnalysisProvider<TokenFilterFactory>> filters = new HashMap<>();
    filters.putAll(CommonFilters.all());
    filters.putAll(StemmingFilters.all());
    filters.putAll(IcuParts.filters());
    filters.putAll(EastAsianParts.filters());
    return filters;
  }

  @Override
  public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
    Map<String, AnalysisProvider<TokenizerFactory>> tokenizers = new HashMap<>();
    tokenizers.putAll(CommonTokenizers.all());
    tokenizers.putAll(IcuParts.tokenizers());
    tokenizers.putAll(EastAsianParts.tokenizers());
    return tokenizers;
  }

  @Override
  public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
    Map<String, AnalysisProvider<CharFilterFactory>> filters = new HashMap<>();
    filters.putAll(CommonCharFilters.all());
    filters.putAll(IcuParts.charFilters());
    filters.putAll(EastAsianParts.charFilters());
    return filters;
  }
}

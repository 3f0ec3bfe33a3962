using Aspire.Confluent.Kafka;
using Confluent.Kafka;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers producers of Kafka as singletons. Nothing connects before first use.</summary>
public static class AspireKafkaProducerExtensions
{
    /// <inheritdoc cref="AddKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName) =>
        Registration.AddProducer(builder, connectionName, null, null, (Action<IServiceProvider, ProducerBuilder<TKey, TValue>>?)null);

    /// <inheritdoc cref="AddKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<KafkaProducerSettings>? configureSettings) =>
        Registration.AddProducer(builder, connectionName, null, configureSettings, (Action<IServiceProvider, ProducerBuilder<TKey, TValue>>?)null);

    /// <inheritdoc cref="AddKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<ProducerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddProducer(builder, connectionName, null, null, Plain(configureBuilder));

    /// <inheritdoc cref="AddKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<IServiceProvider, ProducerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddProducer(builder, connectionName, null, null, configureBuilder);

    /// <inheritdoc cref="AddKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<KafkaProducerSettings>? configureSettings, Action<ProducerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddProducer(builder, connectionName, null, configureSettings, Plain(configureBuilder));

    /// <summary>Registers <see cref="IProducer{TKey, TValue}"/> without a key.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="connectionName">Name under <c>ConnectionStrings</c>.</param>
    /// <param name="configureSettings">Runs after the settings were read from configuration.</param>
    /// <param name="configureBuilder">Runs before the producer is built, for instance to set serializers.</param>
    /// <exception cref="InvalidOperationException">On first use, when no bootstrap servers are known.</exception>
    public static void AddKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<KafkaProducerSettings>? configureSettings, Action<IServiceProvider, ProducerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddProducer(builder, connectionName, null, configureSettings, configureBuilder);

    /// <inheritdoc cref="AddKeyedKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string name) =>
        Registration.AddProducer(builder, name, name, null, (Action<IServiceProvider, ProducerBuilder<TKey, TValue>>?)null);

    /// <inheritdoc cref="AddKeyedKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<KafkaProducerSettings>? configureSettings) =>
        Registration.AddProducer(builder, name, name, configureSettings, (Action<IServiceProvider, ProducerBuilder<TKey, TValue>>?)null);

    /// <inheritdoc cref="AddKeyedKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<ProducerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddProducer(builder, name, name, null, Plain(configureBuilder));

    /// <inheritdoc cref="AddKeyedKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<IServiceProvider, ProducerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddProducer(builder, name, name, null, configureBuilder);

    /// <inheritdoc cref="AddKeyedKafkaProducer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaProducerSettings}?, Action{IServiceProvider, ProducerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<KafkaProducerSettings>? configureSettings, Action<ProducerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddProducer(builder, name, name, configureSettings, Plain(configureBuilder));

    /// <summary>Registers <see cref="IProducer{TKey, TValue}"/> with the connection's name as key.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="name">Name under <c>ConnectionStrings</c>.</param>
    /// <param name="configureSettings">Runs after the settings were read from configuration.</param>
    /// <param name="configureBuilder">Runs before the producer is built, for instance to set serializers.</param>
    /// <exception cref="InvalidOperationException">On first use, when no bootstrap servers are known.</exception>
    public static void AddKeyedKafkaProducer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<KafkaProducerSettings>? configureSettings, Action<IServiceProvider, ProducerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddProducer(builder, name, name, configureSettings, configureBuilder);

    private static Action<IServiceProvider, ProducerBuilder<TKey, TValue>>? Plain<TKey, TValue>(Action<ProducerBuilder<TKey, TValue>>? configure) =>
        configure is null ? null : (_, builder) => configure(builder);
}

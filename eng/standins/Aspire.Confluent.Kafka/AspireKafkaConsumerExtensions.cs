using Aspire.Confluent.Kafka;
using Confluent.Kafka;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers consumers of Kafka as singletons. Nothing connects before first use.</summary>
public static class AspireKafkaConsumerExtensions
{
    /// <inheritdoc cref="AddKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName) =>
        Registration.AddConsumer(builder, connectionName, null, null, (Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>?)null);

    /// <inheritdoc cref="AddKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<KafkaConsumerSettings>? configureSettings) =>
        Registration.AddConsumer(builder, connectionName, null, configureSettings, (Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>?)null);

    /// <inheritdoc cref="AddKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<ConsumerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddConsumer(builder, connectionName, null, null, Plain(configureBuilder));

    /// <inheritdoc cref="AddKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddConsumer(builder, connectionName, null, null, configureBuilder);

    /// <inheritdoc cref="AddKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<KafkaConsumerSettings>? configureSettings, Action<ConsumerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddConsumer(builder, connectionName, null, configureSettings, Plain(configureBuilder));

    /// <summary>Registers <see cref="IConsumer{TKey, TValue}"/> without a key.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="connectionName">Name under <c>ConnectionStrings</c>.</param>
    /// <param name="configureSettings">Runs after the settings were read from configuration.</param>
    /// <param name="configureBuilder">Runs before the consumer is built, for instance to set serializers.</param>
    /// <exception cref="InvalidOperationException">On first use, when no bootstrap servers are known.</exception>
    public static void AddKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string connectionName, Action<KafkaConsumerSettings>? configureSettings, Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddConsumer(builder, connectionName, null, configureSettings, configureBuilder);

    /// <inheritdoc cref="AddKeyedKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string name) =>
        Registration.AddConsumer(builder, name, name, null, (Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>?)null);

    /// <inheritdoc cref="AddKeyedKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<KafkaConsumerSettings>? configureSettings) =>
        Registration.AddConsumer(builder, name, name, configureSettings, (Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>?)null);

    /// <inheritdoc cref="AddKeyedKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<ConsumerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddConsumer(builder, name, name, null, Plain(configureBuilder));

    /// <inheritdoc cref="AddKeyedKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddConsumer(builder, name, name, null, configureBuilder);

    /// <inheritdoc cref="AddKeyedKafkaConsumer{TKey, TValue}(IHostApplicationBuilder, string, Action{KafkaConsumerSettings}?, Action{IServiceProvider, ConsumerBuilder{TKey, TValue}}?)"/>
    public static void AddKeyedKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<KafkaConsumerSettings>? configureSettings, Action<ConsumerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddConsumer(builder, name, name, configureSettings, Plain(configureBuilder));

    /// <summary>Registers <see cref="IConsumer{TKey, TValue}"/> with the connection's name as key.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="name">Name under <c>ConnectionStrings</c>.</param>
    /// <param name="configureSettings">Runs after the settings were read from configuration.</param>
    /// <param name="configureBuilder">Runs before the consumer is built, for instance to set serializers.</param>
    /// <exception cref="InvalidOperationException">On first use, when no bootstrap servers are known.</exception>
    public static void AddKeyedKafkaConsumer<TKey, TValue>(this IHostApplicationBuilder builder, string name, Action<KafkaConsumerSettings>? configureSettings, Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>? configureBuilder) =>
        Registration.AddConsumer(builder, name, name, configureSettings, configureBuilder);

    private static Action<IServiceProvider, ConsumerBuilder<TKey, TValue>>? Plain<TKey, TValue>(Action<ConsumerBuilder<TKey, TValue>>? configure) =>
        configure is null ? null : (_, builder) => configure(builder);
}

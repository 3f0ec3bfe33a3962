namespace Aspire.Hosting.Publishing;

internal static class ManifestServices
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PublishingOptions>(o => o.OutputPath = configuration["Pipeline:OutputPath"]);
        services.AddSingleton<ManifestPublisher>();
        services.AddHostedService<PublishHost>();
    }
}

/// <summary>Where a publisher writes.</summary>
public class PublishingOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Publishing = "Publishing";

    /// <summary>A file, or a folder.</summary>
    public string? OutputPath { get; set; }
}

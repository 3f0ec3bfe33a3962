namespace Aspire.Hosting.Publishing;

internal static class PublishArguments
{
    public const string ManifestStep = "publish-manifest";

    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["--operation"] = "AppHost:Operation",
        ["--publisher"] = "Publishing:Publisher",
        ["--output-path"] = "Pipeline:OutputPath",
        ["--step"] = "Pipeline:Step",
        ["--log-level"] = "Pipeline:LogLevel",
        ["--include-exception-details"] = "Pipeline:IncludeExceptionDetails",
        ["--clear-cache"] = "Pipeline:ClearCache",
        ["--yes"] = "Pipeline:Yes",
        ["--dcp-cli-path"] = "DcpPublisher:CliPath",
        ["--dcp-dashboard-path"] = "DcpPublisher:DashboardPath",
    };

    public static void Map(ConfigurationManager configuration, string[]? args)
    {
        if (args is { Length: > 0 })
            configuration.AddCommandLine(args, Switches);
    }

    public static DistributedApplicationExecutionContextOptions Operation(IConfiguration configuration)
    {
        var operation = configuration["AppHost:Operation"]?.ToUpperInvariant()
            ?? (string.IsNullOrEmpty(configuration["Publishing:Publisher"]) ? "RUN" : "PUBLISH");
        return operation switch
        {
            "RUN" => new(DistributedApplicationOperation.Run),
            "PUBLISH" => new(DistributedApplicationOperation.Publish, configuration["Publishing:Publisher"] ?? "manifest"),
            _ => throw new DistributedApplicationException("Invalid operation specified. Valid operations are 'publish', 'run', or 'inspect'."),
        };
    }
}

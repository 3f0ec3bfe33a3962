namespace Aspire.Hosting.ApplicationModel;

/// <summary>The arguments and the environment a resource starts with.</summary>
internal static class ResourceConfiguration
{
    public static async Task<ResolvedConfiguration> ResolveAsync(IResource resource, DistributedApplicationExecutionContext executionContext, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new ValueProviderContext { ExecutionContext = executionContext, Caller = resource };
        var arguments = new List<ResolvedArgument>();
        foreach (var value in await ArgumentsAsync(resource, executionContext, logger, cancellationToken).ConfigureAwait(false))
            if (await ValueAsync(value, context, cancellationToken).ConfigureAwait(false) is { } text)
                arguments.Add(new(text, IsSensitive(value)));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in await EnvironmentAsync(resource, executionContext, logger, cancellationToken).ConfigureAwait(false))
            if (await ValueAsync(value, context, cancellationToken).ConfigureAwait(false) is { } text)
                environment[name] = text;
        return new(arguments, environment);
    }

    public static async Task<Dictionary<string, object>> EnvironmentAsync(IResource resource, DistributedApplicationExecutionContext executionContext, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToList())
            await annotation.Callback(context).ConfigureAwait(false);
        return context.EnvironmentVariables;
    }

    public static async Task<IList<object>> ArgumentsAsync(IResource resource, DistributedApplicationExecutionContext executionContext, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new CommandLineArgsCallbackContext([], resource, cancellationToken) { ExecutionContext = executionContext, Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToList())
            await annotation.Callback(context).ConfigureAwait(false);
        return context.Args;
    }

    private static ValueTask<string?> ValueAsync(object value, ValueProviderContext context, CancellationToken cancellationToken) => value switch
    {
        string text => new(text),
        IValueProvider provider => provider.GetValueAsync(context, cancellationToken),
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => provider.GetValueAsync(context, cancellationToken),
        bool flag => new(flag ? "true" : "false"),
        IFormattable formattable => new(formattable.ToString(format: null, System.Globalization.CultureInfo.InvariantCulture)),
        _ => new(value.ToString()),
    };

    private static bool IsSensitive(object value) => value switch
    {
        ParameterResource parameter => parameter.Secret,
        IResourceWithConnectionString or ConnectionStringReference => true,
        IValueWithReferences references => references.References.Any(IsSensitive),
        _ => false,
    };
}

internal sealed record ResolvedConfiguration(IReadOnlyList<ResolvedArgument> Arguments, IReadOnlyDictionary<string, string> Environment);

internal sealed record ResolvedArgument(string Value, bool IsSensitive);

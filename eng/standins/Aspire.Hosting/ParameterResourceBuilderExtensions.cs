namespace Aspire.Hosting;

/// <summary>Adds values given from outside.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>A value of configuration <c>Parameters:{name}</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.Add(CreateParameter(builder, name, secret));

    /// <summary>A fixed value, unless configuration gives another.</summary>
    /// <exception cref="ArgumentException">It is secret, and yet the manifest should show it.</exception>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        return builder.AddParameter(name, () => value, publishValueAsDefault, secret);
    }

    /// <inheritdoc cref="AddParameter(IDistributedApplicationBuilder, string, string, bool, bool)" />
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, Func<string> valueGetter, bool publishValueAsDefault = false, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(valueGetter);
        if (publishValueAsDefault && secret)
            throw new ArgumentException("A parameter cannot be both secret and published as a default value.", nameof(secret));
        return builder.Add(new ParameterResource(name, p => ParameterValues.Find(builder.Configuration, Key(name), p, valueGetter), secret)
        {
            Default = publishValueAsDefault ? new ConstantParameterDefault(valueGetter) : null,
            ConfigurationKey = Key(name),
        });
    }

    /// <summary>A value of another key of the configuration.</summary>
    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(this IDistributedApplicationBuilder builder, string name, string configurationKey, bool secret = false) =>
        builder.Add(new ParameterResource(name, p => ParameterValues.Find(builder.Configuration, configurationKey, p), secret) { ConfigurationKey = configurationKey });

    /// <summary>A value with a default.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">Name of the resource.</param>
    /// <param name="value">The default.</param>
    /// <param name="secret">Whether the value is hidden.</param>
    /// <param name="persist">Whether a generated value is kept in the application's user secrets.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.Add(new ParameterResource(name, p => ParameterValues.Find(builder.Configuration, Key(name), p), secret)
        {
            Default = persist ? Kept(builder, name, value) : value,
            ConfigurationKey = Key(name),
        });

    /// <summary>A connection string of configuration <c>ConnectionStrings:{name}</c>.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null)
    {
        string Find(ParameterDefault? _) => builder.Configuration.GetConnectionString(name)
            ?? throw new MissingParameterValueException($"Connection string parameter resource could not be used because connection string '{name}' is missing.");
        return builder.Add(new ConnectionStringParameterResource(name, Find, environmentVariableName) { IsConnectionString = true, ConfigurationKey = $"ConnectionStrings:{name}" });
    }

    /// <summary>Says what a parameter is for.</summary>
    public static IResourceBuilder<ParameterResource> WithDescription(this IResourceBuilder<ParameterResource> builder, string description, bool enableMarkdown = false)
    {
        builder.Resource.Description = description;
        builder.Resource.EnableDescriptionMarkdown = enableMarkdown;
        return builder;
    }

    /// <summary>A generated password that is kept; it is not added to the application.</summary>
    public static ParameterResource CreateDefaultPasswordParameter(IDistributedApplicationBuilder builder, string name, bool lower = true, bool upper = true, bool numeric = true, bool special = true, int minLower = 0, int minUpper = 0, int minNumeric = 0, int minSpecial = 0) =>
        CreateGeneratedParameter(builder, name, secret: true, new()
        {
            Lower = lower,
            Upper = upper,
            Numeric = numeric,
            Special = special,
            MinLower = minLower,
            MinUpper = minUpper,
            MinNumeric = minNumeric,
            MinSpecial = minSpecial,
        });

    /// <summary>A generated value that is kept; it is not added to the application.</summary>
    public static ParameterResource CreateGeneratedParameter(IDistributedApplicationBuilder builder, string name, bool secret, GenerateParameterDefault parameterDefault) =>
        new(name, p => ParameterValues.Find(builder.Configuration, Key(name), p), secret) { Default = Kept(builder, name, parameterDefault), ConfigurationKey = Key(name) };

    /// <summary>A value of configuration <c>Parameters:{name}</c>; it is not added to the application.</summary>
    public static ParameterResource CreateParameter(IDistributedApplicationBuilder builder, string name, bool secret) =>
        new(name, p => ParameterValues.Find(builder.Configuration, Key(name), p), secret) { ConfigurationKey = Key(name) };

    private static string Key(string name) => $"Parameters:{name}";

    private static ParameterDefault Kept(IDistributedApplicationBuilder builder, string name, ParameterDefault value) =>
        builder.ExecutionContext.IsRunMode ? new KeptParameterDefault(builder.Configuration, (builder as DistributedApplicationBuilder)?.UserSecrets, Key(name), value) : value;

    private static IResourceBuilder<T> Add<T>(this IDistributedApplicationBuilder builder, T parameter)
        where T : ParameterResource => builder.AddResource(parameter).WithInitialState(new()
        {
            ResourceType = "Parameter",
            State = KnownResourceStates.Waiting,
            Properties = [new(CustomResourceKnownProperties.Source, parameter.ConfigurationKey)],
        });
}

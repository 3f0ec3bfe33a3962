namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value given from outside: configuration <c>Parameters:{name}</c>, or its default.</summary>
public class ParameterResource : Resource, IExpressionValue, IResourceWithoutLifetime
{
    private readonly Lazy<string> value;

    /// <param name="name">Name of the resource.</param>
    /// <param name="callback">Finds the value, given <see cref="Default"/>; called once.</param>
    /// <param name="secret">Whether the value is hidden.</param>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        value = new(() => callback(Default), LazyThreadSafetyMode.PublicationOnly);
        Secret = secret;
    }

    /// <summary>Whether the value is hidden.</summary>
    public bool Secret { get; }

    /// <summary>Where the value comes from when nobody has set it.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>What the value is for.</summary>
    public string? Description { get; set; }

    /// <summary>Whether <see cref="Description"/> is Markdown.</summary>
    public bool EnableDescriptionMarkdown { get; set; }

    /// <summary>Whether it comes from <c>ConnectionStrings:{name}</c>.</summary>
    public bool IsConnectionString { get; set; }

    /// <inheritdoc />
    public string ValueExpression => $"{{{Name}.value}}";

    internal string ConfigurationKey { get; init; } = "";

    internal string ValueInternal => value.Value;

    /// <summary>The value.</summary>
    /// <exception cref="MissingParameterValueException">Nobody has set it and it has no default.</exception>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(value.Value);
    }
}

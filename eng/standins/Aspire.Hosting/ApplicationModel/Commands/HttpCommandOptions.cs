namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command's request is made and judged.</summary>
public class HttpCommandOptions : CommandOptions
{
    /// <summary>Where the request goes.</summary>
    public Func<EndpointReference>? EndpointSelector { get; set; }

    /// <summary>POST by default.</summary>
    public HttpMethod? Method { get; set; }

    /// <summary>A client of the application's services.</summary>
    public string? HttpClientName { get; set; }

    /// <summary>Changes the request before it is sent.</summary>
    public Func<HttpCommandRequestContext, Task>? PrepareRequest { get; set; }

    /// <summary>Judges the answer; by default its status.</summary>
    public Func<HttpCommandResultContext, Task<ExecuteCommandResult>>? GetCommandResult { get; set; }

    internal static HttpCommandOptions DefaultHttp { get; } = new();

    internal CommandOptions WithState(Func<UpdateCommandStateContext, ResourceCommandState> updateState) => new()
    {
        Description = Description,
        Parameter = Parameter,
        ConfirmationMessage = ConfirmationMessage,
        IconName = IconName,
        IconVariant = IconVariant,
        IsHighlighted = IsHighlighted,
        UpdateState = updateState,
    };
}

/// <summary>A command's request, before it is sent.</summary>
public sealed class HttpCommandRequestContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The instance the command is run on.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Where the request goes.</summary>
    public required EndpointReference Endpoint { get; init; }

    /// <summary>Stops it.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Who sends it.</summary>
    public required HttpClient HttpClient { get; init; }

    /// <summary>The request.</summary>
    public required HttpRequestMessage Request { get; init; }
}

/// <summary>The answer to a command's request.</summary>
public sealed class HttpCommandResultContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The instance the command is run on.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Where the request went.</summary>
    public required EndpointReference Endpoint { get; init; }

    /// <summary>Stops the judgement.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Who sent it.</summary>
    public required HttpClient HttpClient { get; init; }

    /// <summary>The answer.</summary>
    public required HttpResponseMessage Response { get; init; }
}

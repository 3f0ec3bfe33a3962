using System.Runtime.CompilerServices;
using Aspire.Hosting.Testing;
using Streamix.Platform.Tests.Accounts;
using Streamix.Platform.Tests.Media;
using Streamix.Platform.Tests.Media.Faults;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>Films that play and somebody who watches them, each made once for all tests of a graph.</summary>
internal sealed class Cinema
{
    public const int MinimumAge = 12;
    private const int Seconds = 12;
    private static readonly ConditionalWeakTable<AccountsGraph, Cinema> Cinemas = [];
    private readonly AccountsGraph _graph;
    private readonly Lazy<Task<Feature>> _open;
    private readonly Lazy<Task<Feature>> _locked;
    private readonly Lazy<Task<Person>> _guest;

    private Cinema(AccountsGraph graph)
    {
        _graph = graph;
        _open = new(() => ReleaseAsync($"Open air {Guid.NewGuid():n}"[..20], isProtected: false));
        _locked = new(() => ReleaseAsync($"Lock and key {Guid.NewGuid():n}"[..22], isProtected: true));
        _guest = new(() => graph.People.JoinAsync());
    }

    public static Cinema Of(AccountsGraph graph) => Cinemas.GetValue(graph, made => new(made));

    /// <summary>In the clear, everywhere, from <see cref="MinimumAge"/> on.</summary>
    public Task<Feature> OpenAsync() => _open.Value;

    /// <summary>Encrypted; tests may change where and when it is open.</summary>
    public Task<Feature> LockedAsync() => _locked.Value;

    /// <summary>Has an adult's profile, and others that tests add.</summary>
    public Task<Person> GuestAsync() => _guest.Value;

    /// <summary>The guest as an adult.</summary>
    public async Task<Viewer> EnterAsync() => await Viewer.EnterAsync(_graph, await GuestAsync());

    /// <summary>Opens a film there and then and nowhere else.</summary>
    public async Task RewriteAsync(Feature film, params Window[] windows)
    {
        using var http = Patient(AdministratorAsync);
        await new Editor(http).RewriteAsync(film.Title, film.Name, MinimumAge, windows);
    }

    private async Task<Feature> ReleaseAsync(string name, bool isProtected)
    {
        using var http = Patient(AdministratorAsync);
        using var store = Patient(null);
        var editor = new Editor(http, store);
        var title = await editor.WriteMovieAsync(name);
        var asset = await editor.TranscodedAsync(await editor.UploadAsync(title, await Footage.MakeAsync(Seconds), isProtected));
        if (asset.GetProperty("state").GetString() != "ready") throw new InvalidOperationException($"{name}: {asset}");
        var film = new Feature(name, title, asset.GetProperty("package"));
        await editor.RewriteAsync(title, name, MinimumAge, Feature.Everywhere);
        await editor.PublishAsync(title);
        await using var viewer = await EnterAsync();
        await viewer.StartAsync(title);
        return film;
    }

    private async Task<string> AdministratorAsync()
    {
        using var client = await _graph.People.AdministratorAsync();
        return client.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    /// <summary>Asks again where a busy machine did not answer in time.</summary>
    private HttpClient Patient(Func<Task<string>>? signIn) =>
        new(new PatientHandler(signIn)) { BaseAddress = _graph.Application.GetEndpoint("infra-gateway"), Timeout = Timeout.InfiniteTimeSpan };
}

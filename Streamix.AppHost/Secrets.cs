using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Streamix.AppHost;

/// <summary>
/// Secrets as parameters. On a developer's machine each is generated once and kept beside the data it opens
/// (<c>secrets.json</c>, readable by the owner alone); when publishing, the manifest asks the deployment to generate it.
/// </summary>
internal sealed class Secrets(IDistributedApplicationBuilder builder, string dataFolder)
{
    private readonly string _file = Path.Combine(dataFolder, "secrets.json");
    private readonly Dictionary<string, IResourceBuilder<ParameterResource>> _parameters = [];
    private Dictionary<string, string>? _kept;

    /// <summary>A password of letters and digits.</summary>
    public IResourceBuilder<ParameterResource> Password(string name) =>
        Parameter(name, MakePassword);

    /// <summary>32 letters and digits.</summary>
    public static string MakePassword() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789", 32);

    /// <summary>A secret with a shape of its own, made by <paramref name="make"/> the first time.</summary>
    public IResourceBuilder<ParameterResource> Parameter(string name, Func<string> make)
    {
        if (_parameters.TryGetValue(name, out var known)) return known;
        var parameter = builder.ExecutionContext.IsPublishMode
            ? builder.AddParameter(name, new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true)
            : builder.AddParameter(name, Keep(name, make), secret: true);
        return _parameters[name] = parameter;
    }

    /// <summary>The value on this machine.</summary>
    public string Keep(string name, Func<string> make)
    {
        if (builder.Configuration[$"Parameters:{name}"] is { Length: > 0 } configured) return configured;
        _kept ??= File.Exists(_file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(_file)) ?? [] : [];
        if (_kept.TryGetValue(name, out var value)) return value;
        _kept[name] = value = make();
        Write();
        return value;
    }

    private void Write()
    {
        Directory.CreateDirectory(dataFolder);
        var temporary = _file + ".new";
        using (var stream = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
            JsonSerializer.Serialize(stream, _kept, Indented);
        File.Move(temporary, _file, overwrite: true);
    }

    private static UnixFileMode? OwnerOnly => OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}

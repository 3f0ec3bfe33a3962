using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration.UserSecrets;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Where generated secrets survive the application: the user secrets of its project.</summary>
internal sealed class UserSecretsFile(string path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly Lock Gate = new();

    public static UserSecretsFile? Of(Assembly? assembly, ConfigurationManager configuration, IHostEnvironment environment)
    {
        if (assembly?.GetCustomAttribute<UserSecretsIdAttribute>()?.UserSecretsId is not { } id)
            return null;
        // The host has read them only in development and only for its own application; whatever is set by hand must win over them.
        if (!environment.IsDevelopment() || !string.Equals(assembly.GetName().Name, environment.ApplicationName, StringComparison.Ordinal))
            ((IConfigurationBuilder)configuration).Sources.Insert(0, new ConfigurationBuilder().AddUserSecrets(id).Sources[0]);
        return new(PathHelper.GetSecretsPathFromSecretsId(id));
    }

    public void Set(string key, string value)
    {
        lock (Gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var secrets = File.Exists(path) && JsonNode.Parse(File.ReadAllText(path)) is JsonObject existing ? existing : [];
            secrets[key] = value;
            var written = $"{path}.{Environment.ProcessId}";
            File.WriteAllText(written, secrets.ToJsonString(Indented));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(written, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(written, path, overwrite: true);
        }
    }
}

using Aspire.Hosting;

namespace Streamix.StandIns.Tests.Hosting;

/// <summary>A project on disk, with or without launch settings.</summary>
internal sealed class ProjectFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("standins-");

    public ProjectFolder(string? launchSettings = null, string? appSettings = null)
    {
        File.WriteAllText(ProjectPath, "<Project />");
        if (launchSettings is not null)
            File.WriteAllText(Path.Combine(folder.CreateSubdirectory("Properties").FullName, "launchSettings.json"), launchSettings);
        if (appSettings is not null)
            File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), appSettings);
    }

    public static string Web { get; } = """
        {
          // comments are allowed
          "profiles": {
            "other": { "commandName": "Executable" },
            "http": {
              "commandName": "Project",
              "applicationUrl": "http://localhost:5101",
              "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development" },
            },
            "both": { "commandName": "Project", "applicationUrl": "https://localhost:7101;http://localhost:5102" }
          }
        }
        """;

    public string FolderPath => folder.FullName;

    public string ProjectPath => Path.Combine(folder.FullName, "Shop.Api.csproj");

    public void Dispose() => folder.Delete(recursive: true);
}

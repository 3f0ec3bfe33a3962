using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class ParameterTests
{
    [Fact]
    public async Task Configured_value_Wins_over_the_default()
    {
        var app = Apps.Run("--Parameters:region=eu");

        (await app.AddParameter("region", "us").Resource.GetValueAsync(Apps.Soon)).ShouldBe("eu");
        (await app.AddParameterFromConfiguration("place", "Parameters:region").Resource.GetValueAsync(Apps.Soon)).ShouldBe("eu");
    }

    [Fact]
    public async Task Hyphen_in_a_name_May_be_an_underscore_in_configuration() =>
        (await Apps.Run("--Parameters:db_password=x").AddParameter("db-password").Resource.GetValueAsync(Apps.Soon)).ShouldBe("x");

    [Fact]
    public async Task Parameter_without_value_Says_which_key_is_missing()
    {
        var parameter = Apps.Run().AddParameter("region").Resource;

        var error = await Should.ThrowAsync<MissingParameterValueException>(async () => await parameter.GetValueAsync(Apps.Soon));
        error.Message.ShouldBe("Parameter resource could not be used because configuration key 'Parameters:region' is missing and the Parameter has no default value.");
    }

    [Fact]
    public async Task Generated_value_Stays_the_same_within_a_run()
    {
        var parameter = Apps.Run().AddParameter("key", new GenerateParameterDefault(), secret: true, persist: true).Resource;

        (await parameter.GetValueAsync(Apps.Soon)).ShouldBe(await parameter.GetValueAsync(Apps.Soon));
    }

    [Fact]
    public void Generated_value_Keeps_its_rules()
    {
        var rules = new GenerateParameterDefault { MinLength = 30, Special = false, Upper = false, MinNumeric = 5 };

        for (var i = 0; i < 100; i++)
        {
            var value = rules.GetDefaultValue();
            value.Length.ShouldBe(30);
            value.ShouldAllBe(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
            value.Count(char.IsAsciiDigit).ShouldBeGreaterThanOrEqualTo(5);
        }
    }

    [Fact]
    public void Persisted_value_Is_written_beside_the_others()
    {
        var folder = Directory.CreateTempSubdirectory("standins-");
        var path = Path.Combine(folder.FullName, "new", "secrets.json");
        var app = Apps.Run();
        var secrets = new UserSecretsFile(path);
        secrets.Set("Parameters:first", "1");
        var value = new KeptParameterDefault(app.Configuration, secrets, "Parameters:second", new GenerateParameterDefault()).GetDefaultValue();

        var written = JsonNode.Parse(File.ReadAllText(path))!;
        written["Parameters:first"]!.GetValue<string>().ShouldBe("1");
        written["Parameters:second"]!.GetValue<string>().ShouldBe(value);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Secret_with_published_default_Is_refused() =>
        Should.Throw<ArgumentException>(() => Apps.Run().AddParameter("key", "v", publishValueAsDefault: true, secret: true));
}

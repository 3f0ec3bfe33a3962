using Streamix.LocalS3;

var options = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build().GetSection("S3").Get<LocalS3Options>() ?? new();
if (options.Complaint() is { } complaint)
{
    await Console.Error.WriteLineAsync($"local-s3: {complaint}");
    return 2;
}
try
{
    await using var app = await LocalS3App.CreateAsync(args);
    await app.RunAsync();
    return 0;
}
catch (Exception error) when (error is InvalidOperationException or IOException)
{
    await Console.Error.WriteLineAsync($"local-s3: {error.Message}");
    return 1;
}

namespace Streamix.ServiceDefaults.Http;

internal static class ErrorDefaults
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<IExceptionTranslation, RequestErrors>();
        services.AddSingleton<IExceptionTranslation, DatabaseErrors>();
        services.AddSingleton<IExceptionTranslation, DependencyErrors>();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ExceptionProblems>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}

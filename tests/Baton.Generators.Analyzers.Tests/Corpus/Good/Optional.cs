namespace Acme.Optional;

[Connector("baton-optional", HelpUrl = "https://help.acme.example/optional")]
public sealed partial class OptionalConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

public sealed record Employee(
    string Id, string? Mail, string? Nick, Employee? Manager, DateTimeOffset? Hired, DateTime Left, long Badge, int Floor, bool IsService);

public interface IDirectory
{
    IAsyncEnumerable<Employee> EmployeesAsync(CancellationToken ct);
}

[ResourceType("employee", Trait.User)]
public sealed partial class Employees(IDirectory directory)
{
    public IAsyncEnumerable<Employee> ListAsync(CancellationToken ct) => directory.EmployeesAsync(ct);

    static void Map(Employee employee, UserBuilder user)
    {
        user.Id(employee.Id).Email(employee.Mail?.Trim()).DisplayName(employee.Nick).CreatedAt(employee.Hired)
            .AccountType(employee.IsService ? AccountType.Service : AccountType.Human)
            .Profile("manager", employee.Manager?.Id)
            .Profile("left", DateTime.SpecifyKind(employee.Left, DateTimeKind.Utc))
            .Profile("badge", employee.Badge.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Profile("floor", employee.Floor);
        if (employee.Manager is not null)
            user.Profile("manager_mail", employee.Manager.Mail);
    }
}

namespace Acme.Several;

partial class Users
{
    [Grants("owner")]
    public IEnumerable<Grantee> Owners(Person person) => [Grantee.User<Users>(person.Id)];
}

package org.camelforce.salesforcecc.examples.springboot;

import javax.sql.DataSource;
import org.camelforce.salesforcecc.replay.JdbcReplayStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service. */
@SpringBootApplication
public class CustomerSync {

    /** @param arguments Spring Boot's */
    public static void main(String[] arguments) {
        SpringApplication.run(CustomerSync.class, arguments);
    }

    /**
     * @param dataSource the database of the customers
     * @return keeps the subscription's position in that database
     */
    @Bean
    public JdbcReplayStore positions(DataSource dataSource) {
        return new JdbcReplayStore(dataSource);
    }
}
